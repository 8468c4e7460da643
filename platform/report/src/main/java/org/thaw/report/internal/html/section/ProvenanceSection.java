package org.thaw.report.internal.html.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.thaw.report.internal.data.Figures;
import org.thaw.report.internal.data.Problem;
import org.thaw.report.internal.data.Run;
import org.thaw.report.internal.html.Html;
import org.thaw.report.internal.html.Section;
import org.thaw.report.internal.html.View;
import org.thaw.runtime.folder.ExperimentFolder;
import org.thaw.runtime.folder.Json;
import org.thaw.runtime.folder.RunManifest;
import org.thaw.runtime.folder.RunSwap;

/** What ran on what, run by run, and how to run it again. */
public final class ProvenanceSection implements Section {
    @Override
    public String id() {
        return "provenance";
    }

    @Override
    public String title() {
        return "Provenance";
    }

    @Override
    public void body(View view, Html out) {
        out.element("h3", "Run it again");
        out.raw("<pre><code>").text("bin/thaw run runs/" + view.data().name() + "/" + ExperimentFolder.EXPERIMENT).raw("</code></pre>\n");
        if (view.data().source().size() > 0) {
            out.raw("<details><summary>").text(ExperimentFolder.EXPERIMENT).raw("</summary><pre><code>");
            out.text(Json.PRETTY.toJson(view.data().source())).raw("</code></pre></details>\n");
        }
        plugins(view.data().runs(), out);
        machine(view.data().runs(), out);
        runs(view, out);
    }

    private static void plugins(List<Run> runs, Html out) {
        Map<List<String>, RunManifest.Player> players = new LinkedHashMap<>();
        for (Run run : runs) {
            add(players, "protocol", run.manifest().protocol());
            run.manifest().players().forEach((role, player) -> add(players, role, player));
            run.manifest().swaps().forEach(swap -> add(players, swap.role() + ", swapped in", swappedIn(swap)));
            run.manifest().metrics().forEach(metric -> add(players, "metric", metric));
        }
        List<List<String>> rows = new ArrayList<>();
        players.forEach((key, player) -> rows.add(List.of(player.name(), key.get(0), player.plugin() + " " + player.version(), said(player.bundle()), said(player.sha256()),
                player.with() == null ? "" : Json.COMPACT.toJson(player.with()))));
        out.element("h3", "Plugins");
        out.table(List.of("name", "role", "plugin", "bundle", "SHA-256", "configuration"), rows);
    }

    private static void add(Map<List<String>, RunManifest.Player> players, String role, RunManifest.Player player) {
        players.putIfAbsent(List.of(role, player.name(), player.plugin(), player.version(), said(player.sha256()), String.valueOf(player.with())), player);
    }

    private static RunManifest.Player swappedIn(RunSwap swap) {
        return new RunManifest.Player(swap.name(), swap.plugin(), swap.version(), "", swap.sha256(), "", swap.with());
    }

    private static void machine(List<Run> runs, Html out) {
        Map<String, Set<String>> facts = new LinkedHashMap<>();
        for (Run run : runs) {
            run.manifest().machine().forEach((fact, value) -> facts.computeIfAbsent(fact, f -> new LinkedHashSet<>()).add(value));
            run.manifest().notes().forEach((fact, value) -> facts.computeIfAbsent(fact, f -> new LinkedHashSet<>()).add(value));
        }
        out.element("h3", "Machine");
        out.table(List.of("fact", "value"), facts.entrySet().stream().map(fact -> List.of(fact.getKey(), String.join(" · ", fact.getValue()))).toList());
    }

    private static void runs(View view, Html out) {
        List<Run> runs = view.data().runs();
        List<List<String>> rows = new ArrayList<>();
        for (Run run : runs) {
            String state = view.data().problems().stream().filter(problem -> problem.run().equals(run.name())).map(Problem::state).findFirst().orElse("done");
            rows.add(List.of(run.name(), String.valueOf(run.manifest().seed()), state, said(run.manifest().configuration()),
                    run.swaps().stream().map(swap -> swap.role() + " at step " + Figures.number(swap.step()) + ": " + swap.text()).collect(Collectors.joining("; "))));
        }
        out.raw("<details><summary>").text("runs (" + runs.size() + ")").raw("</summary>");
        out.table(List.of("run", "seed", "state", "SHA-256 of its configuration", "hot swaps"), rows);
        out.raw("</details>\n");
    }

    private static String said(String text) {
        return text == null ? "" : text;
    }
}
