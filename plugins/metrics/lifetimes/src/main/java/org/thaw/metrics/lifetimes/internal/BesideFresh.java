package org.thaw.metrics.lifetimes.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.thaw.metrics.lifetimes.internal.Scores.Point;

/**
 * A stay in a task beside that of a copy which had learned nothing when it began it. Time runs for each from its own beginning. They are compared by the first kind
 * of score that both have.
 */
record BesideFresh(Stay own, Stay fresh) {
    /**
     * Steps until the running score is at the final one of the fresh copy; 0 if it is as soon as it is known; NaN if never. The running score is of as many
     * values as its kind has, or as the shorter of the two stays.
     */
    double steps() {
        return score().map(score -> {
            List<Point> since = own.of(score);
            List<Point> theirs = fresh.of(score);
            int window = Math.min(score.window, Math.min(since.size(), theirs.size()));
            return Level.of(theirs.subList(theirs.size() - window, theirs.size())).reached(since, own.step());
        }).orElse(Double.NaN);
    }

    /** The area between the running score and {@code zero} over that of the fresh copy, over the steps that both have; NaN unless the latter is above 0. */
    double areaRatio(double zero) {
        return score().map(score -> {
            long both = Math.min(length(own, score), length(fresh, score));
            double theirs = height(fresh, score, both) - zero;
            return theirs > 0 ? (height(own, score, both) - zero) / theirs : Double.NaN;
        }).orElse(Double.NaN);
    }

    private Optional<RunningScore> score() {
        return Arrays.stream(RunningScore.values()).filter(score -> !own.of(score).isEmpty() && !fresh.of(score).isEmpty()).findFirst();
    }

    private static long length(Stay stay, RunningScore score) {
        List<Point> points = stay.of(score);
        return points.get(points.size() - 1).step() - stay.step();
    }

    /** The mean height of the running score, which is of fewer values in the beginning. */
    private static double height(Stay stay, RunningScore score, long steps) {
        List<Point> points = stay.of(score);
        Curve curve = new Curve();
        for (int i = 0; i < points.size() && points.get(i).step() - stay.step() <= steps; i++) {
            curve.add(points.get(i).step() - stay.step(), Scores.mean(points.subList(Math.max(0, i + 1 - score.window), i + 1)));
        }
        return curve.meanHeightLevel(0);
    }
}
