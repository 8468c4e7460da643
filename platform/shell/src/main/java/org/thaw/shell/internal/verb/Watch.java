package org.thaw.shell.internal.verb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.folder.ExperimentFolder;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.run.RunStatus;
import org.thaw.shell.internal.Services;
import org.thaw.shell.internal.console.Console;
import org.thaw.shell.internal.console.Names;
import org.thaw.shell.internal.progress.FolderRuns;
import org.thaw.shell.internal.progress.Follower;
import org.thaw.shell.internal.progress.Scores;
import org.thaw.shell.internal.progress.Subject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Looks on while runs go on. */
@Command(mixinStandardHelpOptions = true, description = "Shows how far runs are until they are over. A key or Ctrl-C ends the watching, not the runs.")
final class Watch implements Callable<Integer> {
    private final Services services;
    private final Console console;

    @Mixin
    private RunsFolder folder;

    @Parameters(paramLabel = "<experiment|run>", description = "Its name; experiment/run or a path if several have that name.")
    private String name;

    Watch(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public Integer call() {
        Subject subject = Found.in(services, console, name).map(found -> found.run().map(run -> Subject.of(found.experiment(), run))
                .orElseGet(() -> Subject.of(found.experiment()))).orElseGet(this::onDisk);
        boolean over;
        try {
            over = new Follower(console, new Scores(services.catalog())).followUntilKey(subject);
        } catch (InterruptedException e) {
            over = false;
        }
        List<RunStatus> runs = subject.runs();
        console.out().print(StatusTable.of(runs, console, new Scores(services.catalog())));
        boolean failed = over && runs.stream().anyMatch(run -> run.state() == RunStatus.State.FAILED);
        return failed ? Verbs.FAILED : Verbs.DONE;
    }

    private Subject onDisk() {
        List<String> names = new ArrayList<>();
        List<RunFolder> runs = new ArrayList<>();
        for (ExperimentFolder experiment : folder.experiments(console)) {
            names.add(experiment.name());
            if (experiment.name().equals(name)) {
                return new FolderRuns(experiment.runs());
            }
            for (RunFolder run : experiment.runs()) {
                names.add(run.name());
                if (run.name().equals(name) || name.equals(experiment.name() + "/" + run.name())) {
                    runs.add(run);
                }
            }
        }
        Optional<RunFolder> latest = runs.stream().max(java.util.Comparator.comparingLong(run -> run.path().toFile().lastModified()));
        return latest.map(run -> new FolderRuns(List.of(run))).orElseThrow(() -> new BadInputException("no run and no experiment is called \"" + name + "\", here or in "
                + console.brief(folder.path(console)) + "; " + Names.hint(name, names)));
    }
}
