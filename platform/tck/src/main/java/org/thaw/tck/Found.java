package org.thaw.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.thaw.api.metric.Findings;

/** What a metric or summary found, as text in the order of finding; checked for its form. */
final class Found implements Findings {
    private final List<String> all = new ArrayList<>();
    private final Set<String> named = new HashSet<>();

    List<String> all() {
        return all;
    }

    private void name(String role, String metric, String kind) {
        assertTrue(role != null && !role.isBlank(), "a finding without a role");
        assertTrue(metric != null && metric.matches("[a-z0-9.-]+(/[^\\s/]+)*"), () -> "\"" + metric + "\" is no name of a metric: expected the plugin's id, with a path if there are several");
        assertTrue(named.add(kind + " " + role + " " + metric), () -> "the " + kind + " " + metric + " of " + role + " is reported twice");
    }

    @Override
    public void scalar(String role, String metric, double value) {
        name(role, metric, "scalar");
        all.add(role + " " + metric + " " + Double.doubleToLongBits(value));
    }

    @Override
    public void series(String role, String metric, double[] x, double[] y) {
        name(role, metric, "series");
        assertEquals(x.length, y.length, () -> metric + ": a series has as many x as y");
        for (int i = 1; i < x.length; i++) {
            int at = i;
            assertTrue(x[i] >= x[i - 1], () -> metric + ": x goes down from " + x[at - 1] + " to " + x[at]);
        }
        all.add(role + " " + metric + " " + Arrays.toString(x) + " " + Arrays.toString(y));
    }

    @Override
    public void matrix(String role, String metric, double[][] rows) {
        name(role, metric, "matrix");
        for (double[] row : rows) {
            assertEquals(rows[0].length, row.length, () -> metric + ": rows of a matrix differ in length");
        }
        all.add(role + " " + metric + " " + Arrays.deepToString(rows));
    }
}
