package org.thaw.shell.internal.verb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thaw.runtime.folder.ExperimentFolder;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunStatus.State;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.shell.internal.Services;
import org.thaw.shell.internal.console.Console;
import org.thaw.shell.internal.console.Table;
import org.thaw.shell.internal.progress.Estimates;
import org.thaw.shell.internal.progress.FolderRuns;
import org.thaw.shell.internal.progress.Scores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What runs, and what ran. */
@Command(mixinStandardHelpOptions = true, description = {"Lists experiments, or the runs of one.",
    "Those that are under way, here or in another thaw of yours, and those that left runs."})
final class Runs implements Runnable {
    private final Services services;
    private final Console console;

    @Mixin
    private RunsFolder folder;

    @Parameters(arity = "0..1", paramLabel = "<experiment>", description = "An experiment's name, or the path of its folder; without it, all experiments are listed.")
    private String experiment;

    Runs(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public void run() {
        // asked once: what they have under way changes while we look
        List<RunningExperiment> all = new ArrayList<>(services.laboratory().experiments());
        all.addAll(services.elsewhere());
        if (experiment != null) {
            console.out().print(StatusTable.of(runs(one(), all), console, new Scores(services.catalog())));
            return;
        }
        Table table = new Table("experiment", "runs", "done", "failed", "running", "so far", "paused", "waiting", "unfinished", "folder");
        List<Path> folders = new ArrayList<>();
        all.forEach(each -> folders.add(Found.key(each.folder())));
        folder.experiments(console).forEach(each -> folders.add(Found.key(each.path())));
        for (Path each : folders.stream().distinct().toList()) {
            List<RunStatus> runs = runs(each, all);
            boolean going = runs.stream().anyMatch(run -> !run.state().over());
            table.row(each.getFileName().toString(), "" + runs.size(), count(runs, State.DONE, State.REUSED), count(runs, State.FAILED), count(runs, State.RUNNING),
                    going ? (int) Math.floor(100 * Estimates.fraction(runs)) + "%" : "", count(runs, State.PAUSED), count(runs, State.PENDING),
                    count(runs, State.STOPPED), console.brief(each));
        }
        console.out().print(table.isEmpty() ? "Nothing has been run into " + console.brief(folder.path(console)) + " yet.\n"
                : table.render(console.width(), console.colour()));
    }

    /** Its folder: in the folder of results, or wherever somebody runs it. */
    private Path one() {
        return Found.in(services, console, experiment).filter(found -> found.run().isEmpty() && !found.open().isEmpty())
                .map(found -> found.experiment().folder()).orElseGet(() -> folder.experiment(console, experiment).path());
    }

    /** Those of the folder, and over them what the hosts know better because they run them. */
    private static List<RunStatus> runs(Path experimentFolder, List<RunningExperiment> all) {
        ExperimentFolder onDisk = new ExperimentFolder(experimentFolder);
        List<RunningExperiment> known = all.stream().filter(each -> Found.key(each.folder()).equals(Found.key(experimentFolder))).toList();
        // somebody works on it who does not answer: more cannot be known
        State open = known.isEmpty() && onDisk.busy() ? State.RUNNING : State.STOPPED;
        Map<String, RunStatus> runs = new LinkedHashMap<>();
        for (RunFolder run : onDisk.runs()) {
            runs.put(run.name(), FolderRuns.status(run, open, false));
        }
        for (RunningExperiment running : known) {
            // what was stopped may have been finished by others since: there the folder knows better
            running.runs().stream().filter(run -> run.state() != State.REUSED && (run.state() != State.STOPPED || !runs.containsKey(run.run())))
                    .forEach(run -> runs.put(run.run(), run));
        }
        return List.copyOf(runs.values());
    }

    private static String count(List<RunStatus> runs, State... states) {
        long count = runs.stream().filter(run -> List.of(states).contains(run.state())).count();
        return count == 0 ? "" : Long.toString(count);
    }
}
