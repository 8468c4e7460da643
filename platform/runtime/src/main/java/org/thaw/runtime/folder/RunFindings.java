package org.thaw.runtime.folder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

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
        private String key() {
            return role + " " + metric;
        }
    }

    /** A curve. */
    public record Series(String role, String metric, double[] x, double[] y) {
        private String key() {
            return role + " " + metric;
        }
    }

    /** A matrix. */
    public record Matrix(String role, String metric, double[][] rows) {
        private String key() {
            return role + " " + metric;
        }
    }

    /** Nothing found. */
    public static RunFindings empty() {
        return new RunFindings(List.of(), List.of(), List.of());
    }

    /** These and others; what was found under one role and metric again takes the place of the old. */
    public RunFindings with(RunFindings others) {
        return new RunFindings(joined(scalars, others.scalars, Scalar::key), joined(series, others.series, Series::key), joined(matrices, others.matrices, Matrix::key));
    }

    private static <T> List<T> joined(List<T> old, List<T> others, Function<T, String> key) {
        Map<String, T> all = new LinkedHashMap<>();
        old.forEach(each -> all.put(key.apply(each), each));
        others.forEach(each -> all.put(key.apply(each), each));
        return List.copyOf(all.values());
    }

    /** A number by role and metric. */
    public OptionalDouble scalar(String role, String metric) {
        return scalars.stream().filter(s -> s.role().equals(role) && s.metric().equals(metric)).mapToDouble(Scalar::value).findFirst();
    }
}
