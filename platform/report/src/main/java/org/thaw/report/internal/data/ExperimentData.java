package org.thaw.report.internal.data;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.thaw.runtime.analysis.ExperimentFindings;
import org.thaw.runtime.folder.ExperimentFolder;
import org.thaw.runtime.folder.Json;
import org.thaw.runtime.folder.RunFindings;
import org.thaw.runtime.folder.RunFolder;

/**
 * An experiment, read from its folder.
 *
 * @param source    the content of {@code experiment.json}; empty if it is missing
 * @param first     the same as it was when the first run was started; empty if that was not kept
 * @param runs      all that can be read, by learner, environment and seed in the experiment's order
 * @param arms      what is compared, in the experiment's order: each learner followed by its twins
 * @param summaries what summaries found over all runs; their roles are names of learners
 * @param problems  the runs that do not count
 */
public record ExperimentData(String name, JsonObject source, JsonObject first, List<Run> runs, List<Arm> arms, RunFindings summaries, List<Problem> problems) {
    /** Reads a folder. @throws IllegalArgumentException if it holds no runs */
    public static ExperimentData read(Path path) {
        return read(path, ExperimentFindings.none());
    }

    /** Reads a folder, and adds what was computed besides. @throws IllegalArgumentException if it holds no runs */
    public static ExperimentData read(Path path, ExperimentFindings more) {
        ExperimentFolder folder = new ExperimentFolder(path);
        List<RunFolder> folders = folder.runs();
        if (folders.isEmpty()) {
            throw new IllegalArgumentException(path + ": no runs here; expected the folder of an experiment, such as runs/split-mnist");
        }
        List<Run> runs = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (RunFolder each : folders) {
            try {
                runs.add(Run.read(each, more.runs().getOrDefault(each.name(), RunFindings.empty())));
            } catch (RuntimeException e) {
                // one damaged folder must not hide the results of the others
                problems.add(new Problem(each.name(), "unreadable", String.valueOf(e.getMessage())));
            }
        }
        JsonObject source = source(path, ExperimentFolder.EXPERIMENT);
        runs.sort(order(source));
        boolean busy = folder.busy() && folder.holder().orElse(-1) != ProcessHandle.current().pid();
        runs.stream().filter(run -> !run.done()).map(run -> Problem.of(run, busy)).forEach(problems::add);
        problems.addAll(Problem.withoutManifest(path));
        more.problems().forEach(problem -> problems.add(new Problem("analysis", "left out", problem)));
        return new ExperimentData(folder.name(), source, source(path, ExperimentFolder.FIRST), List.copyOf(runs), Arms.of(runs), more.summaries(), List.copyOf(problems));
    }

    /** What was fixed before the first run. */
    public Registration registration() {
        return new Registration(first, source);
    }

    /** The environments, in order. */
    public List<String> environments() {
        return arms.stream().map(Arm::environment).distinct().toList();
    }

    /** What is compared in one environment; copies that lived a single lifetime are told of under the role that they were made of. */
    public List<Arm> in(String environment) {
        return arms.stream().filter(arm -> arm.environment().equals(environment) && !arm.passing()).toList();
    }

    /** The learners themselves in one environment, without twins. */
    public List<Arm> learners(String environment) {
        return in(environment).stream().filter(arm -> !arm.twin()).toList();
    }

    /** The learners of one environment and the copies of them that learn: those that were not swapped, and fresh ones. */
    public List<Arm> learning(String environment) {
        return in(environment).stream().filter(arm -> !arm.frozen()).toList();
    }

    /** Every swap of every run that can be read, finished or not. */
    public List<Swap> swaps() {
        return runs.stream().flatMap(run -> run.swaps().stream()).toList();
    }

    /** The frozen twins of a learner. */
    public List<Arm> frozen(Arm learner) {
        return twins(learner).stream().filter(Arm::frozen).toList();
    }

    /** The fresh copies of a learner. */
    public List<Arm> fresh(Arm learner) {
        return twins(learner).stream().filter(Arm::fresh).toList();
    }

    /** The twins of a learner. */
    public List<Arm> twins(Arm learner) {
        return in(learner.environment()).stream()
                .filter(arm -> arm.twin() && arm.original().equals(learner.original()) && arm.root().equals(learner.role())).toList();
    }

    /** Copies of a learner that lived a single lifetime each. */
    public List<Arm> passing(Arm learner) {
        return arms.stream().filter(arm -> arm.passing() && arm.environment().equals(learner.environment()) && arm.role().startsWith(learner.role() + "@") && arm.runs().equals(learner.runs()))
                .toList();
    }

    /** The protocol's name. */
    public String protocol() {
        return runs.stream().map(run -> run.manifest().protocol().name()).findFirst().orElse("");
    }

    /** The seeds of all runs, ascending. */
    public List<Long> seeds() {
        return runs.stream().map(run -> run.manifest().seed()).distinct().sorted().toList();
    }

    private static JsonObject source(Path path, String name) {
        Path file = path.resolve(name);
        return Files.isRegularFile(file) ? Json.read(file, JsonObject.class) : new JsonObject();
    }

    private static Comparator<Run> order(JsonObject source) {
        List<String> environments = names(source, "environment", "environments");
        List<String> learners = names(source, "learner", "learners");
        return Comparator.<Run>comparingInt(run -> place(environments, run.manifest().environment())).thenComparing(run -> run.manifest().environment())
                .thenComparingInt(run -> place(learners, run.manifest().learner())).thenComparing(run -> run.manifest().learner())
                .thenComparingLong(run -> run.manifest().seed()).thenComparing(Run::name);
    }

    private static int place(List<String> names, String name) {
        int at = names.indexOf(name);
        return at < 0 ? names.size() : at;
    }

    /** The names on an axis of the experiment: {@code "ewc"}, {@code {"plugin": "ewc", …}}, a list of these, or an object of named ones. */
    private static List<String> names(JsonObject source, String one, String several) {
        Set<String> names = new LinkedHashSet<>();
        JsonElement given = source.has(several) ? source.get(several) : source.get(one);
        if (given instanceof JsonArray list) {
            list.forEach(each -> names.add(name(each)));
        } else if (given instanceof JsonObject object && source.has(several)) {
            names.addAll(object.keySet());
        } else if (given != null) {
            names.add(name(given));
        }
        return List.copyOf(names);
    }

    private static String name(JsonElement element) {
        JsonElement id = element instanceof JsonObject object ? object.get("plugin") : element;
        return id != null && id.isJsonPrimitive() ? id.getAsString().replaceFirst("@.*", "") : "";
    }
}
