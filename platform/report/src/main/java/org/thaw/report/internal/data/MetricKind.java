package org.thaw.report.internal.data;

/**
 * What is known of a metric.
 *
 * @param id         as in results
 * @param label      for headings
 * @param shortLabel for narrow headings
 * @param better     which direction is better
 * @param fraction   whether it is a share, shown in percent
 * @param main       whether it belongs in the main table
 * @param definition its formula in words and symbols; empty if not known here
 * @param source     the paper; empty if there is none
 */
public record MetricKind(String id, String label, String shortLabel, Better better, boolean fraction, boolean main, String definition, String source) {
    /** Which direction is better. */
    public enum Better {
        /** The higher the better. */ HIGHER,
        /** The lower the better. */ LOWER,
        /** Neither is. */ NEITHER
    }

    /** Whether one value beats another. */
    public boolean beats(double one, double other) {
        return better == Better.HIGHER ? one > other : better == Better.LOWER && one < other;
    }
}
