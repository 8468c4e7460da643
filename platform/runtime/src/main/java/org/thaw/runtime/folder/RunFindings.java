package org.thaw.runtime.folder;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What the metrics found in one run: the content of {@code findings.json}. Undefined numbers are NaN.
 */
public record RunFindings(List<Scalar> scalars, List<Series> series, List<Matrix> matrices) {
    public RunFindings {
        scalars = scalars == null ? List.of() : List.copyOf(scalars);
        series = series == null ? List.of() : List.copyOf(series);
        matrices = matrices == null ? List.of() : List.copyOf(matrices);
    }

    /** A number. */
    public record Scalar(String role, String metric, double value) {
    }

    /** A curve. */
    public record Series(String role, String metric, double[] x, double[] y) {
    }

    /** A matrix. */
    public record Matrix(String role, String metric, double[][] rows) {
    }

    /** Nothing found. */
    public static RunFindings empty() {
        return new RunFindings(List.of(), List.of(), List.of());
    }

    /** A number by role and metric. */
    public OptionalDouble scalar(String role, String metric) {
        return scalars.stream().filter(s -> s.role().equals(role) && s.metric().equals(metric)).mapToDouble(Scalar::value).findFirst();
    }
}
