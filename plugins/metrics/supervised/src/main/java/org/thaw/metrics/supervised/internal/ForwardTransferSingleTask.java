package org.thaw.metrics.supervised.internal;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.RunView;
import org.thaw.api.metric.Summary;
import org.thaw.api.metric.SummaryFactory;

/**
 * FWT = (1/(T−1)) Σ<sub>k≥2</sub> (R[k, k] − ã<sub>k</sub>), ã<sub>k</sub> being what a freshly initialised model reaches that is trained on task k alone (Wang et al. 2024): how much the tasks
 * before helped to learn the next one. ã<sub>k</sub> is R[k, k] of the reference learner's run in the same experiment, environment and seed; {@code single-task} is such a
 * learner. The first task has none before it and does not count.
 *
 * <p>Reported for each learner but the reference, as means over the seeds that both have: FWT as the number, undefined for a single task, and the series of its terms over k ≥ 2. Against
 * a reference that is not named {@code single-task} its name follows, as in {@code forward-transfer/single-task/against/alone}. Where there are several environments, the
 * environment's name comes last.
 *
 * <p>The course of a role ends where its learner is renewed with knowledge: what a learner made anew does is not counted.
 */
public final class ForwardTransferSingleTask implements Summary {
    private static final String ID = "forward-transfer/single-task";

    private final AgainstReference runs;

    /** The reference learner. */
    public record Config(@Parameter(value = "name of the reference learner in the experiment, which learns each task alone", byDefault = "single-task") String reference) {
    }

    private ForwardTransferSingleTask(String reference) {
        runs = new AgainstReference(reference, "single-task");
    }

    @Override
    public void on(RunView run) {
        runs.on(run);
    }

    @Override
    public void report(Findings out) {
        runs.forEach((own, alone) -> own - alone, (learner, path, gained) -> {
            int tasks = gained.length;
            out.scalar(learner, ID + path, Mean.over(1, tasks - 1, k -> gained[k]));
            out.series(learner, ID + path, IntStream.rangeClosed(2, tasks).asDoubleStream().toArray(), Arrays.copyOfRange(gained, 1, tasks));
        });
    }

    /** Makes the summary. */
    @Plugin(kind = Plugin.Kind.SUMMARY, id = ID, summary = "How much better each task is learned after those before than alone.",
            source = "Wang, Zhang, Su & Zhu, IEEE TPAMI 46, 2024")
    public static final class Factory implements SummaryFactory<Config> {
        @Override
        public Summary create(Config configuration) {
            return new ForwardTransferSingleTask(configuration.reference());
        }
    }
}
