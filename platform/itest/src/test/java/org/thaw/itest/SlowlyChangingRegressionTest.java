package org.thaw.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The ready experiment on loss of plasticity against the figures of an independent program in C (50 runs): slowly-changing regression of Dohare et al. 2024, squared error in the
 * first 20,000 and the last 200,000 of a million examples.
 */
@Tag("science")
class SlowlyChangingRegressionTest {
    private static final long PATIENCE_MINUTES = 120;

    /** Squared errors. */
    private record Published(String learner, double first, double last) {
    }

    private static final List<Published> TABLE = List.of(new Published("relu-0.01", 0.632, 1.275), new Published("relu-0.003", 0.712, 1.088), new Published("relu-0.001", 0.831, 0.915),
            new Published("linear-0.01", 0.897, 0.905), new Published("continual-backprop", 0.590, 0.579));

    @TempDir
    Path folder;

    @Test
    void ourThirtyRunsAgreeWithAnotherProgramsFifty() {
        Science science = Science.run(folder, PATIENCE_MINUTES, "slowly-changing-regression.json");
        assertEquals(0, science.result().code(), science.result().toString());
        Results results = science.results();
        List<String> apart = new ArrayList<>();
        for (Published row : TABLE) {
            compare(results, row.learner(), "online-error/first", row.first(), apart);
            compare(results, row.learner(), "online-error/last", row.last(), apart);
        }
        System.out.println(String.join("\n", apart));
        assertTrue(apart.stream().noneMatch(line -> line.endsWith("APART")), String.join("\n", apart));
        assertTrue(results.mean("continual-backprop", "online-error/last") < results.mean("continual-backprop", "online-error/first"), "continual backpropagation lost plasticity");
    }

    /** Within two of our own standard errors. */
    private static void compare(Results results, String learner, String metric, double published, List<String> lines) {
        double mean = results.mean(learner, metric);
        double error = results.standardErrorOfThirty(learner, metric);
        double distance = (mean - published) / error;
        lines.add(String.format("%-20s %-20s ours %.3f ± %.3f, published %.3f: %.1f standard errors%s", learner, metric, mean, error, published, distance,
                Math.abs(distance) > 2 ? " APART" : ""));
    }
}
