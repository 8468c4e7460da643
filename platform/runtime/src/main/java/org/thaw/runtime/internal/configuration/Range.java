package org.thaw.runtime.internal.configuration;

/**
 * An interval of numbers as {@link org.thaw.api.Parameter#range()} writes it: {@code (0,1]}, {@code [1,*)}.
 */
record Range(double low, boolean lowIn, double high, boolean highIn) {
    static Range parse(String text) {
        String t = text.trim();
        int comma = t.indexOf(',');
        if (t.length() < 5 || comma < 0 || "([".indexOf(t.charAt(0)) < 0 || ")]".indexOf(t.charAt(t.length() - 1)) < 0) {
            throw new IllegalArgumentException("range \"" + text + "\": expected an interval such as (0,1] or [1,*)");
        }
        return new Range(bound(t.substring(1, comma), Double.NEGATIVE_INFINITY), t.charAt(0) == '[',
                bound(t.substring(comma + 1, t.length() - 1), Double.POSITIVE_INFINITY), t.charAt(t.length() - 1) == ']');
    }

    private static double bound(String text, double open) {
        String t = text.trim();
        return t.equals("*") || t.equals("-*") ? open : Double.parseDouble(t);
    }

    boolean contains(double x) {
        return (lowIn ? x >= low : x > low || low == Double.NEGATIVE_INFINITY) && (highIn ? x <= high : x < high || high == Double.POSITIVE_INFINITY);
    }
}
