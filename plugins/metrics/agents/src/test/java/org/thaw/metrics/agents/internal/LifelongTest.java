package org.thaw.metrics.agents.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Against figures of the program itself, computed with l2metrics 3.1.0 from PyPI on {@link #scenario}, numbers made up by formulas. For those that the project
 * publishes see {@link PublishedExampleTest}.
 */
class LifelongTest {
    private static final int TASKS = 3;
    private static final Lifelong RUN = new Lifelong(scenario().prepared());

    @Test
    void smoothsWithAMirroredCentredWindow() {
        assertArrayEquals(new double[] {2, 5 / 3.0, 2, 3, 4, 5, 6, 7, 8, 9, 22 / 3.0, 17 / 3.0, 4, 6, 16 / 3.0},
                Smoothing.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 3, 4, 5, 9, 2}), 1e-12);
        assertArrayEquals(new double[] {4.25, 4.25, 5.0, 6.5, 5.25, 6.75, 5.5, 4.25, 5.75, 4.5, 3.25, 4.75, 3.5, 5.0, 6.5, 5.25, 6.75, 5.5, 4.25, 5.0},
                Smoothing.of(IntStream.range(0, 20).mapToDouble(i -> i * 7 % 11).toArray()), 1e-12);
    }

    @Test
    void terminalPerformanceIsOfPreparedValues() {
        assertArrayEquals(new double[] {13.335112967153876, 1, 48.02088464888699, 1},
                IntStream.range(0, RUN.scenario().blocks().size()).filter(n -> RUN.scenario().blocks().get(n).task() == 1).limit(4).mapToDouble(RUN.scenario()::terminal).toArray(), 1e-9);
    }

    @Test
    void recoveryIsTheTheilSenSlopeOfRecoveryTimesTurned() {
        assertArrayEquals(new double[] {6, 7, 0}, RUN.recoveryTimes(0));
        assertArrayEquals(new double[] {27, 24, 22}, RUN.recoveryTimes(1));
        assertArrayEquals(new double[] {19, 12, 10}, RUN.recoveryTimes(2));
        assertArrayEquals(new double[] {3, 2.5, 4.5}, byTask(RUN::recovery), 1e-12);
    }

    @Test
    void whatDoesNotRecoverTakesOneMoreThanThereIs() {
        Lifelong run = new Lifelong(new Scenario(List.of(new Block(0, true, 0, new double[] {1, 9}), new Block(0, true, 2, new double[] {3, 4, 5})), Map.of()));
        assertArrayEquals(new double[] {4}, run.recoveryTimes(0));
        assertEquals(Double.NaN, run.recovery(0), "one recovery has no slope");
    }

    @Test
    void maintenanceComparesEvaluationsWithTheFirstAfterTheLatestTraining() {
        assertArrayEquals(new double[] {-4.158598511855979, 29.47063782814418, -8.578821789694219}, byTask(RUN::maintenance), 1e-9);
    }

    @Test
    void transferComparesTheEvaluationsOnEitherSideOfAnothersTraining() {
        assertTransfers(true, Lifelong.Comparison.CONTRAST, Map.of(new Pair(0, 1), -0.8604824388490966, new Pair(0, 2), -0.22409442288938125, new Pair(1, 2), -0.45463186012576257));
        assertTransfers(true, Lifelong.Comparison.RATIO, Map.of(new Pair(0, 1), 0.07498999089569999, new Pair(0, 2), 0.6338608873645163, new Pair(1, 2), 0.3749183245766985));
        assertTransfers(false, Lifelong.Comparison.CONTRAST, Map.of(new Pair(1, 0), -0.1260755094936623, new Pair(2, 0), -0.153818970307351, new Pair(2, 1), 0.9741649368780594,
                new Pair(0, 1), -0.11747972080601508, new Pair(0, 2), -0.8621778198762308, new Pair(1, 2), 0.0));
        assertTransfers(false, Lifelong.Comparison.RATIO, Map.of(new Pair(1, 0), 0.7760798304718448, new Pair(2, 0), 0.7333741700114756, new Pair(2, 1), 76.41417121994523,
                new Pair(0, 1), 0.7897416505754943, new Pair(0, 2), 0.0740112886388742, new Pair(1, 2), 1.0));
    }

    @Test
    void performanceAndEfficiencyAreAgainstTheMeanExpert() {
        assertArrayEquals(new double[] {0.19773884569850125, 0.4398917271545523, 0.28677333588495657}, byTask(RUN::relative), 1e-9);
        assertArrayEquals(new double[] {0.2861081181263464, 0.38249892446366784, 0.34270656728446514}, byTask(RUN::efficiency), 1e-9);
    }

    @Test
    void trainingThatGoesDownhillOrReachesLittleHasNoEfficiency() {
        List<Block> expert = List.of(new Block(0, true, 0, new double[] {1, 50, 100}));
        assertEquals(0, new Lifelong(new Scenario(List.of(new Block(0, true, 0, new double[] {30, 60, 1})), Map.of(0, List.of(expert)))).efficiency(0));
        assertEquals(0, new Lifelong(new Scenario(List.of(new Block(0, true, 0, new double[] {1, 10, 19})), Map.of(0, List.of(expert)))).efficiency(0));
        // 20/100 reached after two experiences, as the expert
        assertEquals(.2, new Lifelong(new Scenario(List.of(new Block(0, true, 0, new double[] {1, 10, 20})), Map.of(0, List.of(expert)))).efficiency(0), 1e-12);
        assertEquals(Double.NaN, new Lifelong(new Scenario(List.of(new Block(0, true, 0, new double[] {1, 10, 20})), Map.of())).efficiency(0));
    }

    private static void assertTransfers(boolean forward, Lifelong.Comparison comparison, Map<Pair, Double> expected) {
        Map<Pair, Double> found = RUN.transfers(forward, comparison);
        assertEquals(expected.keySet(), found.keySet());
        expected.forEach((pair, value) -> assertEquals(value, found.get(pair), 1e-9 * Math.max(1, Math.abs(value)), pair.toString()));
    }

    private static double[] byTask(IntToDoubleFunction measure) {
        return IntStream.range(0, TASKS).mapToDouble(measure).toArray();
    }

    /** Three tasks evaluated, then four rounds of training on each, all evaluated after each; two experts for each task. */
    private static Scenario scenario() {
        List<Block> blocks = new ArrayList<>();
        int[] visits = new int[TASKS];
        for (int task = 0; task < TASKS; task++) {
            evaluate(task, visits, blocks);
        }
        for (int round = 0; round < 4; round++) {
            for (int task = 0; task < TASKS; task++) {
                int t = task;
                int k = blocks.size();
                add(task, true, IntStream.range(0, 40 + 5 * task - 3 * round).mapToDouble(i -> (i * 37 + k * 101 + t * 53) % 97 / 10.0 + 10 * t + 15 * visits[t] + .5 * i * (1 + t % 2)), blocks);
                visits[task]++;
                for (int other = 0; other < TASKS; other++) {
                    evaluate(other, visits, blocks);
                }
            }
        }
        Map<Integer, List<List<Block>>> experts = new TreeMap<>();
        for (int task = 0; task < TASKS; task++) {
            int t = task;
            experts.put(task, IntStream.range(0, 2).mapToObj(s -> List.of(new Block(t, true, 0,
                    IntStream.range(0, 70 + 10 * s).mapToDouble(i -> (i * 41 + t * 7 + s * 13) % 89 / 9.0 + 10 * t + (1.5 - .2 * t) * i).toArray()))).toList());
        }
        return new Scenario(blocks, experts);
    }

    private static void evaluate(int task, int[] visits, List<Block> blocks) {
        int k = blocks.size();
        add(task, false, IntStream.range(0, 6).mapToDouble(i -> (i * 29 + k * 31 + task * 17) % 23 / 4.0 + 12 * visits[task] + 6 * (k * 5 % 11)), blocks);
    }

    private static void add(int task, boolean training, DoubleStream values, List<Block> blocks) {
        long start = blocks.stream().mapToLong(block -> block.values().length).sum();
        blocks.add(new Block(task, training, start, values.toArray()));
    }
}
