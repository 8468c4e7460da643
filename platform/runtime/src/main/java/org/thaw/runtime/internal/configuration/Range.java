package org.thaw.runtime.internal.configuration;

/**
 * Which numbers are allowed: an interval as {@link org.thaw.api.Parameter#range()} writes it, {@code (0,1]}, {@code [1,*)}, or one of two
 * without bounds.
 *
 * @param text as it was written; empty if there are no bounds
 */
record Range(double low, boolean lowIn, double high, boolean highIn, boolean finite, String text) {
    /** Any finite number. */
    static final Range FINITE = new Range(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false, true, "");
    /** Any number, also infinities and NaN, which saved state may hold. */
    static final Range ALL = new Range(Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, true, false, "");

    /** @throws IllegalArgumentException if it is no interval */
    static Range parse(String text) {
        String t = text.trim();
        int comma = t.indexOf(',');
        if (t.length() < 5 || comma < 0 || "([".indexOf(t.charAt(0)) < 0 || ")]".indexOf(t.charAt(t.length() - 1)) < 0) {
            throw bad(text);
        }
        try {
            double low = bound(t.substring(1, comma), Double.NEGATIVE_INFINITY);
            double high = bound(t.substring(comma + 1, t.length() - 1), Double.POSITIVE_INFINITY);
            return new Range(low, t.charAt(0) == '[', high, t.charAt(t.length() - 1) == ']', true, t);
        } catch (NumberFormatException e) {
            throw bad(text);
        }
    }

    private static IllegalArgumentException bad(String text) {
        return new IllegalArgumentException("range \"" + text + "\": expected an interval such as (0,1] or [1,*)");
    }

    private static double bound(String text, double open) {
        String t = text.trim();
        return t.equals("*") || t.equals("-*") ? open : Double.parseDouble(t);
    }

    boolean contains(double x) {
        if (!Double.isFinite(x)) {
            return !finite;
        }
        return (lowIn ? x >= low : x > low) && (highIn ? x <= high : x < high);
    }
}
