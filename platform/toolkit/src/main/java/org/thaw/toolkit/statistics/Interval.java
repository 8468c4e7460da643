package org.thaw.toolkit.statistics;

/** Two ends; both NaN where there is no interval. */
public record Interval(double low, double high) {
    /** No interval. */
    public static final Interval NONE = new Interval(Double.NaN, Double.NaN);
}
