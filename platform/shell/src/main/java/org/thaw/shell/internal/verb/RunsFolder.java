package org.thaw.shell.internal.verb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.folder.ExperimentFolder;
import org.thaw.shell.internal.console.Console;
import org.thaw.shell.internal.console.Names;
import picocli.CommandLine.Option;

/** The option that says where experiments keep their results, and what is found there. */
final class RunsFolder {
    @Option(names = "--runs", paramLabel = "<folder>", defaultValue = "runs", description = "Where results are kept (default: ${DEFAULT-VALUE}).")
    private String name;

    Path path(Console console) {
        return console.file(name);
    }

    /** All experiments that left runs, by name. */
    List<ExperimentFolder> experiments(Console console) {
        Path folder = path(console);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> Files.exists(child.resolve(ExperimentFolder.EXPERIMENT))).sorted().map(ExperimentFolder::new).toList();
        } catch (IOException e) {
            throw new BadInputException("cannot read the folder " + folder + ": " + e.getMessage(), e);
        }
    }

    /** An experiment by its name or by the path of its folder. */
    ExperimentFolder experiment(Console console, String experiment) {
        for (Path candidate : List.of(path(console).resolve(experiment).normalize(), console.file(experiment))) {
            if (!experiment.isBlank() && Files.isDirectory(candidate) && !candidate.equals(path(console))) {
                return new ExperimentFolder(candidate);
            }
        }
        List<String> known = experiments(console).stream().map(ExperimentFolder::name).toList();
        throw new BadInputException("no experiment \"" + experiment + "\" in " + console.brief(path(console)) + "; " + Names.hint(experiment, known)
                + (known.isEmpty() ? ". Another folder is named by --runs" : ""));
    }
}
