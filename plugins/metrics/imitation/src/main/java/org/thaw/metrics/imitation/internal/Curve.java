package org.thaw.metrics.imitation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.thaw.api.metric.Findings;

/**
 * A mean over lifetimes along the steps of a life, window by window, each told at its end.
 *
 * @param x steps, ascending
 * @param y the mean over lifetimes and its 95% interval
 */
record Curve(double[] x, List<Estimate> y) {
    /** A curve has many bands, and a pixel is coarser than what more resamples would add. */
    private static final int RESAMPLES = 500;
    /** Into how many windows a life is cut where nothing else says. */
    static final int WINDOWS = 20;

    /** What all lifetimes earned in (from, to], a column. */
    interface Window {
        Sample sample(double from, double to);
    }

    static int resamples(int wanted) {
        return Math.min(wanted, RESAMPLES);
    }

    /**
     * Windows of one width up to an end; those of which nothing is known are left out.
     *
     * @param shift of the whole curve along x
     */
    static Curve over(double width, double end, double shift, Window window) {
        List<Double> x = new ArrayList<>();
        List<Estimate> y = new ArrayList<>();
        int windows = width > 0 && end > 0 ? (int) Math.floor(end / width * (1 + 1e-12)) : 0;
        for (int i = 1; i <= windows; i++) {
            Estimate mean = window.sample(width * (i - 1), width * i).of(means -> means[0]);
            if (Double.isFinite(mean.value())) {
                x.add(width * i + shift);
                y.add(mean);
            }
        }
        return of(x, y);
    }

    static Curve of(List<Double> x, List<Estimate> y) {
        return new Curve(x.stream().mapToDouble(Double::doubleValue).toArray(), List.copyOf(y));
    }

    /** This one and then another that begins where it ends, or later. */
    Curve then(Curve next) {
        List<Double> steps = new ArrayList<>();
        for (Curve part : List.of(this, next)) {
            for (double step : part.x) {
                steps.add(step);
            }
        }
        List<Estimate> all = new ArrayList<>(y);
        all.addAll(next.y);
        return of(steps, all);
    }

    double[] y(ToDoubleFunction<Estimate> of) {
        return y.stream().mapToDouble(of).toArray();
    }

    /** Tells it with its band; nothing where nothing is known. */
    void tell(Findings out, String role, String metric) {
        if (x.length > 0) {
            out.series(role, metric, x, y(Estimate::value));
            out.series(role, metric + "/low", x, y(Estimate::low));
            out.series(role, metric + "/high", x, y(Estimate::high));
        }
    }
}
