package org.thaw.report.internal.data.claims;

import org.thaw.report.internal.data.Figures;

/**
 * A number of a summary with what is said of its certainty.
 *
 * @param role   of whom
 * @param metric its name
 * @param label  its name for people
 * @param low    lower end of its interval; NaN if there is none
 * @param high   upper end
 * @param chance how likely so clear a number is by chance, corrected where that was told; else NaN
 */
public record Quantity(String role, String metric, String label, double value, double low, double high, double chance) {
    private static final double LEAST = 0.001;

    /** {@code 0.61 (0.46 … 0.75)}. */
    public String text() {
        return Double.isNaN(value) ? "not defined" : Figures.interval(value, low, high);
    }

    /** {@code p = 0.02}; empty if no chance was told. */
    public String odds() {
        return Double.isNaN(chance) ? "" : chance < LEAST ? "p < " + Figures.brief(LEAST) : "p = " + Figures.brief(Math.rint(chance / LEAST) * LEAST);
    }

    /** Whether there is an interval. */
    public boolean interval() {
        return Double.isFinite(low) && Double.isFinite(high);
    }

    /** Whether all of the interval lies above a number. */
    public boolean above(double bound) {
        return interval() && low > bound;
    }

    /** Whether all of the interval lies below a number. */
    public boolean below(double bound) {
        return interval() && high < bound;
    }
}
