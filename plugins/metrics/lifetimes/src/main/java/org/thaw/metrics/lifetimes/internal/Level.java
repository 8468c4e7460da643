package org.thaw.metrics.lifetimes.internal;

import java.util.List;
import org.thaw.metrics.lifetimes.internal.Scores.Point;

/**
 * A running score to come up to, and how many values that is the mean of.
 *
 * @param window at least 1, for it to be reached
 */
record Level(double score, int window) {
    /** What rounding may take off a mean of the same size: it is no fall. */
    private static final double ROUNDING = 1e-9;

    /** The mean of values. */
    static Level of(List<Point> points) {
        double mean = Scores.mean(points);
        return new Level(mean - Math.abs(mean) * ROUNDING, points.size());
    }

    /** Steps from {@code from} until the mean of as many values is there; 0 if it is as soon as it is known; NaN if never. */
    double reached(List<Point> since, long from) {
        for (int end = window; end <= since.size(); end++) {
            if (Scores.mean(since.subList(end - window, end)) >= score) {
                return end == window ? 0 : since.get(end - 1).step() - from;
            }
        }
        return Double.NaN;
    }
}
