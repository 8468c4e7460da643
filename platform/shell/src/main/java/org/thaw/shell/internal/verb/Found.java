package org.thaw.shell.internal.verb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thaw.runtime.run.Laboratory;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;

/**
 * What a person means by the name of an experiment or of a run: {@code split-mnist}, {@code split-mnist/ewc-mnist-10k-3} or
 * {@code ewc-mnist-10k-3}.
 *
 * @param experiment the latest start of that experiment in this host
 * @param run        empty for all its runs
 */
record Found(RunningExperiment experiment, Optional<String> run) {
    /** Among what was started in this host, the latest first. */
    static Optional<Found> in(Laboratory laboratory, String name) {
        List<RunningExperiment> experiments = new ArrayList<>(laboratory.experiments());
        java.util.Collections.reverse(experiments);
        for (RunningExperiment experiment : experiments) {
            if (experiment.name().equals(name)) {
                return Optional.of(new Found(experiment, Optional.empty()));
            }
        }
        for (RunningExperiment experiment : experiments) {
            for (RunStatus run : experiment.runs()) {
                if (run.run().equals(name) || name.equals(experiment.name() + "/" + run.run())) {
                    return Optional.of(new Found(experiment, Optional.of(run.run())));
                }
            }
        }
        return Optional.empty();
    }

    /** Names of what is not over. */
    static List<String> active(Laboratory laboratory) {
        List<String> names = new ArrayList<>();
        for (RunningExperiment experiment : laboratory.experiments()) {
            List<String> runs = experiment.runs().stream().filter(run -> !run.state().over()).map(RunStatus::run).toList();
            if (!runs.isEmpty()) {
                names.add(experiment.name());
                names.addAll(runs);
            }
        }
        return names;
    }
}
