package org.thaw.shell.internal.verb;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.experiment.Experiment;
import org.thaw.runtime.run.RunSettings;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.shell.internal.Services;
import org.thaw.shell.internal.console.Console;
import org.thaw.shell.internal.console.Text;
import org.thaw.shell.internal.progress.Follower;
import org.thaw.shell.internal.progress.Scores;
import org.thaw.shell.internal.progress.Subject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs an experiment. */
@Command(mixinStandardHelpOptions = true, description = "Runs the experiment of a file, and makes its report. Runs that are done already are not repeated.",
        footer = {"", "Examples:", "  thaw run config/experiments/split-mnist.json seeds=3 learners.ewc.lambda=100",
            "  thaw run my.json 'learners.finetune.hidden=[100,100]' name=small",
            "Quotes keep a shell from taking [ ] * ? { } for itself. At the prompt of thaw, too, * ? { } stand for file names; lists need no quotes there. What has"
                    + " spaces or parentheses in it needs them everywhere."})
final class Run implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Services services;
    private final Console console;

    @Mixin
    private RunsFolder runs;

    @Option(names = "--data", paramLabel = "<folder>",
            description = "Where data sets are kept (default: $THAW_DATA, or ~/.cache/thaw/data).")
    private String data;

    @Option(names = "--offline", description = "Download nothing.")
    private boolean offline;

    @Option(names = "--parallel", paramLabel = "<n>", description = "How many runs at once (default: one for each processor core).")
    private int parallel = Runtime.getRuntime().availableProcessors();

    @Option(names = "--again", description = "Repeat runs that are done already.")
    private boolean again;

    @Option(names = "--wait", description = "At the prompt: wait until the runs are over. Elsewhere that is so anyway.")
    private boolean wait;

    @Parameters(index = "0", paramLabel = "<file>", description = "The experiment, a JSON file.")
    private String file;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "<key=value>",
            description = "Changes to it: seeds=3, learners.replay.capacity=500. Any field can be reached by its path.")
    private List<String> overrides = List.of();

    Run(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (parallel < 1) {
            throw new BadInputException("--parallel " + parallel + ": expected a whole number from 1");
        }
        Experiment experiment = services.reader().read(console.file(file), overrides);
        long start = System.nanoTime();
        RunningExperiment running = services.laboratory().start(experiment, new RunSettings(runs.path(console), data(), offline, parallel, again));
        long before = running.runs().stream().filter(run -> run.state() == RunStatus.State.REUSED).count();
        int all = running.runs().size();
        if (before < all) {
            console.out().println(running.name() + ": " + Text.count(all, "run") + (before > 0 ? ", " + before + " of them done before" : "") + ", "
                    + Math.min(parallel, all - before) + " at a time, into " + console.brief(running.folder()));
            console.out().flush();
        }
        Ending ending = new Ending(services, console, running, start);
        if (before == all || wait || console.prompt().isEmpty()) {
            return foreground(running, ending);
        }
        console.out().println("They go on in the background; watch " + running.name() + " shows how far they are, stop " + running.name() + " ends them.");
        ending.announce();
        return Verbs.DONE;
    }

    private int foreground(RunningExperiment running, Ending ending) throws InterruptedException {
        try {
            new Follower(console, new Scores(services.catalog())).follow(Subject.of(running));
        } catch (InterruptedException e) {
            if (console.prompt().isPresent()) {
                console.out().println(running.name() + " goes on in the background; stop " + running.name() + " ends it.");
                ending.announce();
                return Verbs.DONE;
            }
            running.stop();
            running.await(PATIENCE);
        }
        return ending.print();
    }

    private Path data() {
        if (data != null) {
            return console.file(data);
        }
        String variable = System.getenv("THAW_DATA");
        return console.file(variable == null || variable.isBlank() ? "~/.cache/thaw/data" : variable);
    }
}
