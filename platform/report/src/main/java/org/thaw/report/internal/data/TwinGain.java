package org.thaw.report.internal.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a learner is ahead of its twin at the end, paired by seed: the last score over the tasks met, the learner's minus the twin's. Only the
 * tasks count on which the twin was tested last: a learner that is tested on others besides is not judged by them.
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
            Set<Integer> both = twin.timelines().get(run).testedLast(score);
            Curve live = learner.timelines().get(run).overall(score, both::contains);
            Curve copy = twin.timelines().get(run).overall(score, both::contains);
            if (live.x().length > 0 && copy.x().length > 0) {
                lives.add(live.y()[live.y().length - 1]);
                twins.add(copy.y()[copy.y().length - 1]);
                differences.add(live.y()[live.y().length - 1] - copy.y()[copy.y().length - 1]);
            }
        }
        return new TwinGain(Estimate.of(lives), Estimate.of(twins), Estimate.of(differences));
    }

    /** What the interval of the difference says of a learner beside a frozen twin. */
    public String verdict() {
        return verdict("better than frozen", "worse than frozen");
    }

    /** What the interval of the difference says: the first if all of it is above 0, the second if all of it is below. */
    public String verdict(String above, String below) {
        if (!difference.defined() || Double.isNaN(difference.half())) {
            return "undetermined: too few seeds";
        }
        return difference.low() > 0 ? above : difference.high() < 0 ? below : "undetermined";
    }
}
