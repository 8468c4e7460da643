package org.thaw.metrics.lifetimes.internal;

import java.util.Map;
import java.util.TreeMap;
import org.thaw.api.metric.Findings;

/** A curve over steps. Several values at one step are averaged, in the order in which they came: lanes may end episodes together. */
final class Curve {
    private final TreeMap<Long, Point> points = new TreeMap<>();

    private record Point(double sum, long count) {
        double mean() {
            return sum / count;
        }
    }

    void add(long step, double value) {
        points.merge(step, new Point(value, 1), (a, b) -> new Point(a.sum + b.sum, a.count + b.count));
    }

    boolean isEmpty() {
        return points.isEmpty();
    }

    /** The value at the last step. */
    double last() {
        return points.lastEntry().getValue().mean();
    }

    void report(String role, String metric, Findings out) {
        if (!isEmpty()) {
            out.series(role, metric, points.keySet().stream().mapToDouble(Long::doubleValue).toArray(),
                    points.values().stream().mapToDouble(Point::mean).toArray());
        }
    }

    /** The mean height between the first step and the last. NaN if there are fewer than two steps. */
    double meanHeight() {
        return isEmpty() ? Double.NaN : meanHeight(points.firstKey());
    }

    /**
     * The mean height between {@code from} and the last step: the area under the straight lines through {@code (from, 0)} and the points after it,
     * over the length. NaN if there is no point after {@code from}.
     */
    double meanHeight(long from) {
        return meanHeight(from, 0);
    }

    /** The same where the curve begins level: with the height at {@code from} of the first point from there on. */
    double meanHeightLevel(long from) {
        Map.Entry<Long, Point> first = points.ceilingEntry(from);
        return meanHeight(from, first == null ? 0 : first.getValue().mean());
    }

    private double meanHeight(long from, double begin) {
        double area = 0;
        long x = from;
        double y = points.containsKey(from) ? points.get(from).mean() : begin;
        for (Map.Entry<Long, Point> next : points.tailMap(from, false).entrySet()) {
            double height = next.getValue().mean();
            area += (next.getKey() - x) * (y + height) / 2;
            x = next.getKey();
            y = height;
        }
        return x == from ? Double.NaN : area / (x - from);
    }
}
