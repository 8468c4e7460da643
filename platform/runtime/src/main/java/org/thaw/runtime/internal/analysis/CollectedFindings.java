package org.thaw.runtime.internal.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.thaw.api.metric.Findings;
import org.thaw.runtime.folder.RunFindings;

/** Gathers what metrics find. */
public final class CollectedFindings implements Findings {
    private final List<RunFindings.Scalar> scalars = new ArrayList<>();
    private final List<RunFindings.Series> series = new ArrayList<>();
    private final List<RunFindings.Matrix> matrices = new ArrayList<>();

    /** All that was found so far. */
    public RunFindings all() {
        return new RunFindings(List.copyOf(scalars), List.copyOf(series), List.copyOf(matrices));
    }

    void add(RunFindings others) {
        scalars.addAll(others.scalars());
        series.addAll(others.series());
        matrices.addAll(others.matrices());
    }

    /** The same with other names of roles. */
    void add(RunFindings others, UnaryOperator<String> role) {
        others.scalars().forEach(each -> scalars.add(new RunFindings.Scalar(role.apply(each.role()), each.metric(), each.value())));
        others.series().forEach(each -> series.add(new RunFindings.Series(role.apply(each.role()), each.metric(), each.x(), each.y())));
        others.matrices().forEach(each -> matrices.add(new RunFindings.Matrix(role.apply(each.role()), each.metric(), each.rows())));
    }

    @Override
    public void scalar(String role, String metric, double value) {
        scalars.add(new RunFindings.Scalar(role, metric, value));
    }

    @Override
    public void series(String role, String metric, double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("the curve " + metric + " has " + x.length + " places but " + y.length + " values");
        }
        series.add(new RunFindings.Series(role, metric, x.clone(), y.clone()));
    }

    @Override
    public void matrix(String role, String metric, double[][] rows) {
        matrices.add(new RunFindings.Matrix(role, metric, Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new)));
    }
}
