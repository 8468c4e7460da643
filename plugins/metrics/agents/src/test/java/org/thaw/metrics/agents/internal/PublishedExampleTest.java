package org.thaw.metrics.agents.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The figures that the project publishes of its own example: examples/multi_task_metrics.json at commit 8394ab0, where means are taken and transfer is by ratio, and
 * at commit 250fdfb, where it is by contrast. The experts' logs are not part of it, so what is measured against them begins at the published figure of each task.
 */
class PublishedExampleTest {
    private static final double EXACT = 1e-9;
    private static final Lifelong RUN = PublishedExample.run();

    @Test
    void theRunAsAWhole() {
        Map<String, Double> values = L2Metrics.measure(RUN);
        assertEquals(-2.0, values.get("recovery"), EXACT);
        assertEquals(3.855814336, values.get("maintenance"), EXACT);
        assertEquals(12.7602959694, values.get("forward-transfer/ratio"), EXACT, "of one pair only: the others begin at 0");
        assertEquals(1.0831924335, values.get("backward-transfer/ratio"), EXACT);
    }

    @Test
    void againstExpertsTheMeanIsOverTasks() {
        assertEquals(1.1063315766, L2Metrics.defined(List.of(1.0594947702743842, 1.0965322961322805, 1.1629676633508115)), EXACT);
        assertEquals(0.9133716955, L2Metrics.defined(List.of(0.9090902344140432, 0.9166527731263069, 0.9143720788116605)), EXACT);
    }

    @Test
    void maintenanceOfEachTask() {
        assertEquals(3.4305340174334833, RUN.maintenance(0), EXACT);
        assertEquals(6.090194553614775, RUN.maintenance(1), EXACT);
        assertEquals(2.0467144368394656, RUN.maintenance(2), EXACT);
    }

    @Test
    void recoveryOfTheFirstTaskFromItsLog() {
        assertArrayEquals(new double[] {0, 18, 12}, RUN.recoveryTimes(0));
        assertEquals(-6, RUN.recovery(0));
    }

    @Test
    void transferBetweenEachPair() {
        assertTransfers(Map.of(new Pair(0, 1), 1.0, new Pair(0, 2), 1.0, new Pair(1, 2), 0.8546542890904424), RUN.transfers(true, Lifelong.Comparison.CONTRAST));
        assertTransfers(Map.of(new Pair(0, 1), 0.02744348410629896, new Pair(0, 2), 0.02377126273198689, new Pair(1, 0), 0.08447741322341801, new Pair(1, 2), 0.013745197461684303,
                new Pair(2, 0), -0.01895481703128897, new Pair(2, 1), 0.09861384197217044), RUN.transfers(false, Lifelong.Comparison.CONTRAST));
        assertTransfers(Map.of(new Pair(1, 2), 12.76029596941125), RUN.transfers(true, Lifelong.Comparison.RATIO));
        assertTransfers(Map.of(new Pair(0, 1), 1.0564357621543066, new Pair(0, 2), 1.0487001904871414, new Pair(1, 0), 1.184544683973009, new Pair(1, 2), 1.027873521987033,
                new Pair(2, 0), 0.9627955691175522, new Pair(2, 1), 1.2188048731254775), RUN.transfers(false, Lifelong.Comparison.RATIO));
    }

    private static void assertTransfers(Map<Pair, Double> expected, Map<Pair, Double> found) {
        assertEquals(expected.keySet(), found.keySet());
        expected.forEach((pair, value) -> assertEquals(value, found.get(pair), EXACT, pair.toString()));
    }
}
