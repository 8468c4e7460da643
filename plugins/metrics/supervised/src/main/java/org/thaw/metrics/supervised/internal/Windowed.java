package org.thaw.metrics.supervised.internal;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.thaw.api.Parameter;

/** How many consecutive tests on a task make a window, in which changes of accuracy are looked for. */
public record Windowed(@Parameter(value = "tests in a window, w", byDefault = "10", range = "[2,*)", source = "De Lange et al. 2023") int window) {
    /** The mean over all tasks of the greatest change A(f_m) → A(f_n), m < n, inside any window; NaN where a task was tested only once. */
    double greatest(Trajectories a, DoubleBinaryOperator change) {
        return Mean.over(1, a.tasks(), i -> greatest(a.since(i), change));
    }

    private double greatest(List<Trajectories.Test> tests, DoubleBinaryOperator change) {
        if (tests.size() < 2) {
            return Double.NaN;
        }
        double greatest = 0;
        for (int n = 1; n < tests.size(); n++) {
            for (int m = Math.max(0, n - window + 1); m < n; m++) {
                greatest = Math.max(greatest, change.applyAsDouble(tests.get(m).accuracy(), tests.get(n).accuracy()));
            }
        }
        return greatest;
    }
}
