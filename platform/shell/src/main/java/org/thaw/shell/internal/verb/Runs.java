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
import org.thaw.shell.internal.progress.FolderRuns;
import org.thaw.shell.internal.progress.Scores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What runs, and what ran. */
@Command(mixinStandardHelpOptions = true, description = "Lists the experiments that run here or left runs; for one experiment, its runs.")
final class Runs implements Runnable {
    private final Services services;
    private final Console console;

    @Mixin
    private RunsFolder folder;

    @Parameters(arity = "0..1", paramLabel = "<experiment>", description = "An experiment's name; without it, all experiments are listed.")
    private String experiment;

    Runs(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public void run() {
        if (experiment != null) {
            ExperimentFolder one = folder.experiment(console, experiment);
            console.out().print(StatusTable.of(runs(one.path()), console, new Scores(services.catalog())));
            return;
        }
        Table table = new Table("experiment", "runs", "done", "failed", "running", "waiting", "unfinished", "folder");
        List<Path> folders = new ArrayList<>();
        services.laboratory().experiments().forEach(each -> folders.add(key(each.folder())));
        folder.experiments(console).forEach(each -> folders.add(key(each.path())));
        for (Path each : folders.stream().distinct().toList()) {
            List<RunStatus> runs = runs(each);
            table.row(each.getFileName().toString(), "" + runs.size(), count(runs, State.DONE, State.REUSED), count(runs, State.FAILED), count(runs, State.RUNNING),
                    count(runs, State.PENDING), count(runs, State.STOPPED), console.brief(each));
        }
        console.out().print(table.isEmpty() ? "Nothing has been run into " + console.brief(folder.path(console)) + " yet.\n"
                : table.render(console.width(), console.colour()));
    }

    /** Those of the folder, and over them what this host knows better because it runs them. */
    private List<RunStatus> runs(Path experimentFolder) {
        Map<String, RunStatus> runs = new LinkedHashMap<>();
        for (RunFolder run : new ExperimentFolder(experimentFolder).runs()) {
            runs.put(run.name(), FolderRuns.status(run, State.STOPPED, false));
        }
        for (RunningExperiment running : services.laboratory().experiments()) {
            if (key(running.folder()).equals(key(experimentFolder))) {
                running.runs().stream().filter(run -> run.state() != State.REUSED).forEach(run -> runs.put(run.run(), run));
            }
        }
        return List.copyOf(runs.values());
    }

    private static Path key(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static String count(List<RunStatus> runs, State... states) {
        long count = runs.stream().filter(run -> List.of(states).contains(run.state())).count();
        return count == 0 ? "" : Long.toString(count);
    }
}
