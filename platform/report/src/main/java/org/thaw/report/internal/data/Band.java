package org.thaw.report.internal.data;

import java.util.List;

/** A curve over seeds. */
public record Band(double[] x, List<Estimate> y) {
    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return x.length == 0 || y.stream().noneMatch(Estimate::defined);
    }
}
