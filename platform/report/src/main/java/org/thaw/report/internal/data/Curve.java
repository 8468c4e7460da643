package org.thaw.report.internal.data;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

/** A curve; {@code x} ascending. */
public record Curve(double[] x, double[] y) {
    private static final int POINTS = 200;

    /** From a map. */
    public static Curve of(SortedMap<? extends Number, Double> points) {
        return new Curve(points.keySet().stream().mapToDouble(Number::doubleValue).toArray(), points.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /**
     * Over seeds, point by point. Curves measured at different places are read by linear interpolation at {@value #POINTS} places of the
     * stretch that all of them cover.
     */
    public static Band over(List<Curve> curves) {
        List<Curve> measured = curves.stream().filter(curve -> curve.x.length > 0).toList();
        if (measured.isEmpty()) {
            return new Band(new double[0], List.of());
        }
        double[] x = grid(measured);
        return new Band(x, Arrays.stream(x).mapToObj(at -> Estimate.of(measured.stream().mapToDouble(curve -> curve.at(at)).toArray())).toList());
    }

    private static double[] grid(List<Curve> curves) {
        double[] first = curves.get(0).x;
        if (curves.stream().allMatch(curve -> Arrays.equals(curve.x, first))) {
            return first;
        }
        double from = curves.stream().mapToDouble(curve -> curve.x[0]).max().orElseThrow();
        double to = curves.stream().mapToDouble(curve -> curve.x[curve.x.length - 1]).min().orElseThrow();
        if (to < from) {
            return new double[0];
        }
        double[] grid = new double[to == from ? 1 : POINTS];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = grid.length == 1 ? from : from + (to - from) * i / (POINTS - 1);
        }
        return grid;
    }

    /** The value at a place within the curve. */
    double at(double place) {
        int found = Arrays.binarySearch(x, place);
        if (found >= 0) {
            return y[found];
        }
        int next = Math.min(Math.max(-found - 1, 1), x.length - 1);
        if (x.length == 1) {
            return y[0];
        }
        double share = Math.min(1, Math.max(0, (place - x[next - 1]) / (x[next] - x[next - 1])));
        return y[next - 1] + share * (y[next] - y[next - 1]);
    }
}
