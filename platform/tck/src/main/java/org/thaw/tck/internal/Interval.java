package org.thaw.tck.internal;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A range as {@link org.thaw.api.Parameter#range()} writes it.
 *
 * @param low    least value, or minus infinity
 * @param lowIn  whether it is allowed
 * @param high   greatest value, or infinity
 * @param highIn whether it is allowed
 */
public record Interval(double low, boolean lowIn, double high, boolean highIn) {
    /** @throws IllegalArgumentException if it is no interval */
    public static Interval parse(String text) {
        String t = text.trim();
        String[] bounds = t.length() < 5 ? new String[0] : t.substring(1, t.length() - 1).split(",", -1);
        if (bounds.length != 2 || "([".indexOf(t.charAt(0)) < 0 || ")]".indexOf(t.charAt(t.length() - 1)) < 0) {
            throw new IllegalArgumentException("range \"" + text + "\": expected an interval such as (0,1] or [1,*)");
        }
        Interval parsed = new Interval(bound(bounds[0], Double.NEGATIVE_INFINITY), t.charAt(0) == '[',
                bound(bounds[1], Double.POSITIVE_INFINITY), t.endsWith("]"));
        if (!(parsed.low <= parsed.high)) {
            throw new IllegalArgumentException("range \"" + text + "\" is empty");
        }
        return parsed;
    }

    private static double bound(String text, double open) {
        String t = text.trim();
        return t.equals("*") || t.equals("-*") ? open : Double.parseDouble(t);
    }

    /** Whether a number lies in it. */
    public boolean contains(double x) {
        return (lowIn ? x >= low : x > low) && (highIn ? x <= high : x < high);
    }

    /** Numbers that lie just outside of it. */
    public List<Double> outside() {
        return DoubleStream.of(lowIn ? low - 1 : low, highIn ? high + 1 : high).filter(Double::isFinite).boxed().toList();
    }
}
