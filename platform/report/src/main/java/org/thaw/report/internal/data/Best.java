package org.thaw.report.internal.data;

import java.util.List;

/**
 * Who is best at a metric among comparable learners: twins do not compete, and a learner that sees more than its current task's data is a bound,
 * not a competitor, unless all learners do.
 */
public final class Best {
    private final List<Arm> competitors;

    public Best(List<Arm> learners) {
        List<Arm> ordinary = learners.stream().filter(arm -> !arm.twin() && arm.ordinary()).toList();
        this.competitors = ordinary.isEmpty() ? learners.stream().filter(arm -> !arm.twin()).toList() : ordinary;
    }

    /** Whether a learner's mean is beaten by no competitor's; never if there is nobody to compare with or the metric has no better direction. */
    public boolean is(Arm arm, MetricKind kind) {
        double mean = arm.estimate(kind.id()).mean();
        List<Arm> others = competitors.stream().filter(other -> other != arm && other.estimate(kind.id()).defined()).toList();
        return competitors.contains(arm) && !Double.isNaN(mean) && kind.better() != MetricKind.Better.NEITHER && !others.isEmpty()
                && others.stream().noneMatch(other -> kind.beats(other.estimate(kind.id()).mean(), mean));
    }
}
