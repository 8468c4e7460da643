package org.thaw.metrics.supervised.internal;

import java.util.stream.IntStream;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.RunView;
import org.thaw.api.metric.Summary;
import org.thaw.api.metric.SummaryFactory;

/**
 * I<sub>k</sub> = R*<sub>k</sub> − R[k, k] (Chaudhry et al. 2018): what a learner misses on task k against a reference that learned tasks 1 … k together. R*<sub>k</sub> is R[k, k] of the
 * reference learner's run in the same experiment, environment and seed; {@code cumulative} is such a learner. Above 0 is intransigence, below 0 the tasks before helped.
 *
 * <p>Reported for each learner but the reference, as means over the seeds that both have: I<sub>T</sub> as the number, the series of I<sub>k</sub> over k, and
 * {@code intransigence/mean} over all k. Against another reference than {@code cumulative} its name follows, as in {@code intransigence/against/joint} and {@code
 * intransigence/mean/against/joint}, so that several can stand in one report. Where there are several environments, the environment's name comes last.
 *
 * <p>The course of a role ends where its learner is renewed with knowledge: what a learner made anew does is not counted.
 */
public final class Intransigence implements Summary {
    private final AgainstReference runs;

    /** The reference learner. */
    public record Config(@Parameter(value = "name of the reference learner in the experiment, which learns tasks 1 to k together", byDefault = "cumulative") String reference) {
    }

    private Intransigence(String reference) {
        runs = new AgainstReference(reference, "cumulative");
    }

    @Override
    public void on(RunView run) {
        runs.on(run);
    }

    @Override
    public void report(Findings out) {
        runs.forEach((own, best) -> best - own, (learner, path, lacking) -> {
            int tasks = lacking.length;
            out.scalar(learner, "intransigence" + path, lacking[tasks - 1]);
            out.scalar(learner, "intransigence/mean" + path, Mean.over(0, tasks - 1, k -> lacking[k]));
            out.series(learner, "intransigence" + path, IntStream.rangeClosed(1, tasks).asDoubleStream().toArray(), lacking);
        });
    }

    /** Makes the summary. */
    @Plugin(kind = Plugin.Kind.SUMMARY, id = "intransigence", summary = "What learning one after another costs on the newest task, against learning all together.",
            source = "Chaudhry, Dokania, Ajanthan & Torr, ECCV 2018")
    public static final class Factory implements SummaryFactory<Config> {
        @Override
        public Summary create(Config configuration) {
            return new Intransigence(configuration.reference());
        }
    }
}
