package org.thaw.shell.internal.verb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.shell.internal.Services;
import org.thaw.shell.internal.console.Console;
import org.thaw.shell.internal.console.Names;

/**
 * What a person means by the name of an experiment or of a run: {@code split-mnist}, {@code split-mnist/ewc-mnist-10k-3},
 * {@code ewc-mnist-10k-3}, or the path of a folder.
 *
 * @param experiment in this host, or another host's
 * @param run        empty for all its runs
 */
record Found(RunningExperiment experiment, Optional<String> run) {
    /**
     * Among what was started in this host and what others have under way: what is not over first, then the latest.
     *
     * @throws BadInputException if several are under way that the name could mean
     */
    static Optional<Found> in(Services services, Console console, String name) {
        List<RunningExperiment> experiments = new ArrayList<>(services.laboratory().experiments());
        Collections.reverse(experiments);
        experiments.addAll(services.elsewhere());
        Path path = console.file(name).toAbsolutePath();
        List<Found> whole = experiments.stream().filter(each -> each.name().equals(name) || key(each.folder()).equals(path))
                .map(each -> new Found(each, Optional.empty())).toList();
        return choose(name, whole).or(() -> choose(name, runs(experiments, name, path)));
    }

    /** The same, or else says what is under way. */
    static Found require(Services services, Console console, String name) {
        return in(services, console, name).orElseThrow(() -> {
            List<String> active = active(services);
            return new BadInputException("nothing called \"" + name + "\" is under way; " + (active.isEmpty() ? "nothing is" : Names.hint(name, active)));
        });
    }

    /** Those runs that the name means. */
    List<RunStatus> runs() {
        return experiment.runs().stream().filter(status -> run.map(status.run()::equals).orElse(true)).toList();
    }

    /** Those of them that are not over. */
    List<RunStatus> open() {
        return runs().stream().filter(status -> !status.state().over()).toList();
    }

    /** Names of what is not over, in all hosts. */
    static List<String> active(Services services) {
        List<RunningExperiment> experiments = new ArrayList<>(services.laboratory().experiments());
        experiments.addAll(services.elsewhere());
        List<String> names = new ArrayList<>();
        for (RunningExperiment experiment : experiments) {
            List<String> runs = experiment.runs().stream().filter(run -> !run.state().over()).map(RunStatus::run).toList();
            if (!runs.isEmpty()) {
                names.add(experiment.name());
                names.addAll(runs);
            }
        }
        return names.stream().distinct().toList();
    }

    /** A folder's path in a form that can be compared. */
    static Path key(Path folder) {
        return folder.toAbsolutePath().normalize();
    }

    private static List<Found> runs(List<RunningExperiment> experiments, String name, Path path) {
        List<Found> found = new ArrayList<>();
        for (RunningExperiment experiment : experiments) {
            for (RunStatus run : experiment.runs()) {
                if (run.run().equals(name) || name.equals(experiment.name() + "/" + run.run()) || key(run.folder()).equals(path)) {
                    found.add(new Found(experiment, Optional.of(run.run())));
                }
            }
        }
        return found;
    }

    private static Optional<Found> choose(String name, List<Found> found) {
        List<Found> active = found.stream().filter(each -> !each.open().isEmpty()).toList();
        List<String> folders = active.stream().map(each -> key(each.experiment().folder())).distinct()
                .map(folder -> active.get(0).run().map(folder::resolve).orElse(folder).toString()).toList();
        if (folders.size() > 1) {
            throw new BadInputException("\"" + name + "\" could mean " + folders.stream().collect(Collectors.joining(" or ")) + "; give one of these paths");
        }
        return active.stream().findFirst().or(() -> found.stream().findFirst());
    }
}
