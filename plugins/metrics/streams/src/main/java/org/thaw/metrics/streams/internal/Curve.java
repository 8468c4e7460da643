package org.thaw.metrics.streams.internal;

import java.util.ArrayList;
import java.util.List;
import org.thaw.api.metric.Findings;

/** A series as it grows; points that are undefined are left out. */
final class Curve {
    private final List<double[]> points = new ArrayList<>();

    Curve() {
    }

    /** A copy. */
    Curve(Curve other) {
        points.addAll(other.points);
    }

    void add(double x, double y) {
        if (!Double.isNaN(y)) {
            points.add(new double[] {x, y});
        }
    }

    boolean isEmpty() {
        return points.isEmpty();
    }

    void report(String role, String metric, Findings out) {
        if (!isEmpty()) {
            out.series(role, metric, points.stream().mapToDouble(p -> p[0]).toArray(), points.stream().mapToDouble(p -> p[1]).toArray());
        }
    }
}
