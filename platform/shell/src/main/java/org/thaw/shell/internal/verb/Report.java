package org.thaw.shell.internal.verb;

import java.util.List;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.folder.ExperimentFolder;
import org.thaw.shell.internal.Services;
import org.thaw.shell.internal.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The report, made again. */
@Command(mixinStandardHelpOptions = true, description = "Makes an experiment's report from the folders of its runs, and prints the table.")
final class Report implements Runnable {
    /** Commas within braces do not part. */
    private static final String BETWEEN = ",(?![^{]*\\})";

    private final Services services;
    private final Console console;

    @Mixin
    private RunsFolder runs;

    @Option(names = "--metrics", split = BETWEEN, splitSynopsisLabel = ",", paramLabel = "<id>",
            description = {"Metrics and summaries to compute from the folders of the runs, besides those that they found themselves;",
                "with hyperparameters: '{\"plugin\": \"cora\", \"window\": 5}'."})
    private List<String> metrics = List.of();

    @Parameters(paramLabel = "<experiment>", description = "An experiment's name, or the path of its folder.")
    private String experiment;

    Report(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public void run() {
        ExperimentFolder folder = runs.experiment(console, experiment);
        int size = folder.runs().size();
        if (size == 0) {
            throw new BadInputException(console.brief(folder.path()) + " holds no runs; a report is made of runs that have at least begun");
        }
        String sentence = Reports.beingMade(folder.name(), size);
        console.out().print(Waiting.saying(sentence, console.err(), () -> Reports.make(services, folder.path(), metrics, console)));
    }
}
