package org.thaw.shell.internal.verb;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.folder.ExperimentFolder;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.run.RunSettings;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunStatus.State;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.shell.internal.Services;
import org.thaw.shell.internal.console.Console;
import org.thaw.shell.internal.console.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Goes on with what waits, or with what was interrupted. */
@Command(mixinStandardHelpOptions = true, description = {"Lets paused runs go on, or an experiment that was interrupted.",
    "Paused runs go on in whichever thaw they are. An experiment that nobody runs goes on here: each unfinished run from its last checkpoint, with the plugins that it"
            + " began with, to the results that it would have had."},
        footer = {"", "Examples:", "  thaw resume split-mnist", "  thaw resume runs/split-mnist --parallel 4",
            "  thaw resume split-mnist --with ewc@1.2.0    if the version that it began with is no longer there"})
final class Resume implements Callable<Integer> {
    private final Services services;
    private final Console console;

    @Mixin
    private HowToRun how;

    @Option(names = "--with", paramLabel = "<learner@version>", description = "A learner to take instead, recorded as a swap; for runs whose plugins are no longer there."
            + " Can be given more than once.")
    private List<String> with = List.of();

    @Parameters(paramLabel = "<experiment|run>", description = "The name of a paused run or experiment; or an unfinished experiment's name or the path of its folder.")
    private String name;

    Resume(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Optional<Found> underWay = Found.in(services, console, name).filter(found -> !found.open().isEmpty());
        if (underWay.isPresent()) {
            letGoOn(underWay.get());
            return Verbs.DONE;
        }
        return fromFolder();
    }

    private void letGoOn(Found found) {
        if (!with.isEmpty()) {
            throw new BadInputException("--with: " + name + " is under way, with its learners in memory; expected: swap " + name + " " + with.get(0));
        }
        long paused = found.open().stream().filter(run -> run.state() == State.PAUSED).count();
        // also if none waits yet: one that was told to, but is still in its step, shall not
        found.run().ifPresentOrElse(found.experiment()::resume, found.experiment()::resume);
        console.out().println(paused == 0 ? name + " is under way; nothing of it waits." : Text.count(paused, "run") + " of " + found.experiment().name()
                + (paused == 1 ? " goes on." : " go on."));
    }

    private int fromFolder() throws InterruptedException {
        ExperimentFolder folder = how.runs().experiment(console, name);
        if (Files.exists(folder.path().resolve(RunFolder.MANIFEST))) {
            throw new BadInputException(console.brief(folder.path()) + " is a single run; expected: resume " + console.brief(Found.key(folder.path()).getParent())
                    + ", which goes on with all unfinished runs");
        }
        services.elsewhere(folder.path()).ifPresent(other -> {
            throw new BadInputException("another thaw runs " + console.brief(folder.path()) + "; watch " + other.name() + " shows how far it is");
        });
        RunSettings settings = how.settings(console, false);
        long start = System.nanoTime();
        RunningExperiment running = services.laboratory().resume(folder.path(), settings, with);
        Started started = new Started(services, console, running, start);
        if (started.doneBefore()) {
            List<RunStatus> runs = running.runs();
            console.out().println(running.name() + ": " + (runs.size() == 1 ? "its run is" : "all " + runs.size() + " runs are") + " done; there is nothing to go on with.");
            return Verbs.DONE;
        }
        started.introduce(settings);
        return started.attend(how.waits());
    }
}
