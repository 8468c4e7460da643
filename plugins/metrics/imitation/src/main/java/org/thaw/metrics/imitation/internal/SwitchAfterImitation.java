package org.thaw.metrics.imitation.internal;

import java.util.List;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;

/**
 * E3 in one run, by arm and level of the ladder: {@code learner} is the fresh teacher, {@code learner/live} and {@code learner/frozen} are copies of the one that
 * lived before the change. {@code switch-after-imitation/L<n>}: (AUC − AUC_random) / (AUC_fresh − AUC_random), where AUC is the mean return over the
 * whole life after the change; {@code …/L<n>/over-frozen}: AUC less that of the frozen teacher. The series {@code …/L<n>/return} is the mean return over
 * steps after the change.
 */
public final class SwitchAfterImitation implements Metric {
    private static final String ID = "switch-after-imitation";

    private final Lifetimes lifetimes = new Lifetimes();

    private SwitchAfterImitation() {
    }

    @Override
    public void on(Event event) {
        lifetimes.on(event);
    }

    @Override
    public void report(Findings out) {
        Ladder ladder = new Ladder(ID, List.of(lifetimes), 0);
        for (int level : ladder.levels()) {
            String metric = ID + "/L" + level;
            for (String arm : ladder.arms(level)) {
                if (!arm.equals(Lifetimes.RANDOM)) {
                    Sample sample = ladder.of(arm, level);
                    out.scalar(arm, metric, sample.of(Ladder::ratio).value());
                    out.scalar(arm, metric + "/over-frozen", sample.of(Ladder::overFrozen).value());
                }
                Curve curve = ladder.curve(arm, level);
                out.series(arm, metric + "/return", curve.x(), curve.y(Estimate::value));
            }
        }
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = ID, summary = "E3: how students and copies of the teacher do after a change, rung by rung of the ladder.",
            source = "Byrnes: You can't imitation-learn how to continual-learn. 2026")
    public static final class Factory implements MetricFactory<None> {
        @Override
        public Metric create(None configuration) {
            return new SwitchAfterImitation();
        }
    }
}
