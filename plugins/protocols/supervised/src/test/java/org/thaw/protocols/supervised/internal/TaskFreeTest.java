package org.thaw.protocols.supervised.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.Cue;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Portion;

class TaskFreeTest {
    @Test
    void theShareOfTheLaterTaskRisesLinearlyAroundABoundary() {
        TaskFreeConfig config = config(100, 0.4, 0);
        assertEquals(0, config.later(79, 100));
        assertEquals(0.5 / 40, config.later(80, 100), 1e-12);
        assertEquals(0.5 - 0.5 / 40, config.later(99, 100), 1e-12);
        assertEquals(0.5 + 0.5 / 40, config.later(100, 100), 1e-12);
        assertEquals(1, config.later(120, 100));
    }

    @Test
    void sharpBoundariesGiveOneStretchForEachTask() {
        List<Phase> plan = plan(config(50, 0, 0), 3);
        assertEquals(List.of("test task 0", "test task 1", "test task 2", "learn", "learn", "learn", "test task 0", "test task 1", "test task 2"),
                plan.stream().map(Phase::name).toList());
        List<Phase.Learn> learning = learning(plan);
        for (int task = 0; task < 3; task++) {
            assertEquals(task, learning.get(task).experience().task());
            assertEquals(50, learning.get(task).experience().budget().amount());
        }
    }

    @Test
    void theLearnerIsToldNothing() {
        plan(config(50, 1, 10), 3).forEach(phase -> {
            if (phase instanceof Phase.Learn learn) {
                assertEquals(Cue.none(), learn.cue());
                assertTrue(!learn.begin() && !learn.end());
            } else {
                assertEquals(Cue.none(), ((Phase.Evaluate) phase).cue());
            }
        });
    }

    @Test
    void blurredTasksTakeTurnsAroundTheBoundaryAndKeepTheirLengthOnTheWhole() {
        List<Phase.Learn> learning = learning(plan(config(1000, 0.5, 0), 2));
        assertTrue(learning.size() > 50, learning.size() + " stretches");
        long[] lengths = new long[2];
        long at = 0;
        for (Phase.Learn learn : learning) {
            lengths[learn.experience().task()] += learn.experience().budget().amount();
            assertTrue(at + learn.experience().budget().amount() > 750 || learn.experience().task() == 0);
            assertTrue(at < 1250 || learn.experience().task() == 1);
            at += learn.experience().budget().amount();
        }
        assertEquals(2000, at);
        // the variance of a rising coin over 500 batches is 500/6
        assertEquals(1000, lengths[0], 40);
    }

    @Test
    void evaluationsComeEverySoManyBatchesOnAllTasks() {
        List<Phase> plan = plan(config(50, 1, 30), 2);
        long met = 0;
        int tests = 0;
        for (Phase phase : plan) {
            if (phase instanceof Phase.Learn learn) {
                met += learn.experience().budget().amount();
            } else {
                tests++;
                assertTrue(met % 30 == 0 || met == 100, "tested at " + met);
            }
        }
        assertEquals(2 * (1 + 3 + 1), tests);
    }

    @Test
    void thePlanIsTheSameEachTimeItIsAskedForAndDiffersBySeed() {
        TaskFree protocol = new TaskFree(config(50, 1, 10));
        Iterable<Phase> plan = protocol.plan(new FakePlanning(1, 10, 3));
        assertEquals(list(plan), list(plan));
        assertEquals(list(plan), list(protocol.plan(new FakePlanning(1, 10, 3))));
        assertTrue(!list(plan).equals(list(protocol.plan(new FakePlanning(2, 10, 3)))));
    }

    @Test
    void oneTaskIsSplitByClassUnderOwnLabelsOrPositions() {
        assertEquals(List.of(Portion.classes(0, List.of(2, 3))), portions(TaskFreeConfig.Labels.CLASSES));
        assertEquals(List.of(new Portion(0, List.of(2, 3), List.of(0, 1))), portions(TaskFreeConfig.Labels.POSITIONS));
    }

    private static List<Portion> portions(TaskFreeConfig.Labels labels) {
        TaskFreeConfig config = new TaskFreeConfig(2, ClassSplit.Order.ASCENDING, List.of(), labels, 5, 10, 0, 0);
        return ((Experience.Examples) learning(list(new TaskFree(config).plan(new FakePlanning(0, 4, 1)))).get(1).experience()).portions();
    }

    private static TaskFreeConfig config(int iterations, double blur, int evaluateEvery) {
        return new TaskFreeConfig(2, ClassSplit.Order.ASCENDING, List.of(), TaskFreeConfig.Labels.CLASSES, iterations, 10, blur, evaluateEvery);
    }

    private static List<Phase> plan(TaskFreeConfig config, int tasks) {
        return list(new TaskFree(config).plan(new FakePlanning(7, 10, tasks)));
    }

    private static List<Phase> list(Iterable<Phase> plan) {
        List<Phase> phases = new ArrayList<>();
        plan.forEach(phases::add);
        return phases;
    }

    private static List<Phase.Learn> learning(List<Phase> plan) {
        return plan.stream().filter(Phase.Learn.class::isInstance).map(Phase.Learn.class::cast).toList();
    }
}
