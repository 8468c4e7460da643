package org.thaw.shell.internal.verb;

import java.util.List;
import java.util.concurrent.Callable;
import org.thaw.runtime.experiment.Experiment;
import org.thaw.runtime.run.RunSettings;
import org.thaw.shell.internal.Services;
import org.thaw.shell.internal.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs an experiment. */
@Command(mixinStandardHelpOptions = true, description = {"Runs the experiment of a file, and makes its report.",
    "Runs that are done already are not repeated; those that were interrupted go on from their checkpoints."},
        footer = {"", "Examples:", "  thaw run config/experiments/split-mnist.json seeds=3 learners.ewc.lambda=100",
            "  thaw run my.json 'learners.finetune.hidden=[100,100]' name=small",
            "Quotes keep a shell from taking [ ] * ? { } for itself. At the prompt of thaw, too, * ? { } stand for file names; lists need no quotes there. What has"
                    + " spaces or parentheses in it needs them everywhere."})
final class Run implements Callable<Integer> {
    private final Services services;
    private final Console console;

    @Mixin
    private HowToRun how;

    @Option(names = "--again", description = "Repeat runs that are done already.")
    private boolean again;

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
        RunSettings settings = how.settings(console, again);
        Experiment experiment = services.reader().read(console.file(file), overrides);
        long start = System.nanoTime();
        Started started = new Started(services, console, services.laboratory().start(experiment, settings), start);
        started.introduce(settings);
        return started.attend(how.waits());
    }
}
