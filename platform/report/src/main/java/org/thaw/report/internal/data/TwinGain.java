package org.thaw.report.internal.data;

import java.util.ArrayList;
import java.util.List;

/**
 * What a learner is ahead of its twin at the end, paired by seed: the last score over the tasks met, the learner's minus the twin's.
 *
 * @param live       the learner's
 * @param twin       the twin's
 * @param difference of each pair
 */
public record TwinGain(Estimate live, Estimate twin, Estimate difference) {
    /** Of a pair. */
    public static TwinGain of(Arm learner, Arm twin, String score) {
        List<Double> lives = new ArrayList<>();
        List<Double> twins = new ArrayList<>();
        List<Double> differences = new ArrayList<>();
        for (int run = 0; run < learner.runs().size(); run++) {
            Curve live = learner.timelines().get(run).overall(score);
            Curve copy = twin.timelines().get(run).overall(score);
            if (live.x().length > 0 && copy.x().length > 0) {
                lives.add(live.y()[live.y().length - 1]);
                twins.add(copy.y()[copy.y().length - 1]);
                differences.add(live.y()[live.y().length - 1] - copy.y()[copy.y().length - 1]);
            }
        }
        return new TwinGain(Estimate.of(lives), Estimate.of(twins), Estimate.of(differences));
    }

    /** What the interval of the difference says. */
    public String verdict() {
        if (!difference.defined() || Double.isNaN(difference.half())) {
            return "undetermined: too few seeds";
        }
        return difference.low() > 0 ? "better than frozen" : difference.high() < 0 ? "worse than frozen" : "undetermined";
    }
}
