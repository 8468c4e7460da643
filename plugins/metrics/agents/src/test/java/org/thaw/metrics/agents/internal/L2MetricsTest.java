package org.thaw.metrics.agents.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.RunView;
import org.thaw.tck.host.Found;
import org.thaw.tck.host.MemoryRun;

class L2MetricsTest {
    @Test
    void episodesOfATaskAreTrainingAndEvaluationsBetweenTasksAreBlocks() {
        List<Block> blocks = Blocks.of(tale("learner", 0).events(), "learner");
        assertEquals(List.of(0, 1, 0, 0, 1, 1, 0, 1), blocks.stream().map(Block::task).toList());
        assertEquals(List.of(false, false, true, false, false, true, false, false), blocks.stream().map(Block::training).toList());
        assertEquals(List.of(0L, 2L, 3L, 6L, 8L, 9L, 12L, 14L), blocks.stream().map(Block::start).toList());
        assertArrayEquals(new double[] {1, 2, 3}, blocks.get(2).values());
        assertArrayEquals(new double[] {8, 8}, blocks.get(3).values());
    }

    @Test
    void blocksEndWhereTheLearnerIsMadeAnew() {
        List<Event> events = new ArrayList<>(tale("learner", 0).events());
        List<Block> before = Blocks.of(events, "learner");
        events.add(new Event.Renewed("learner", 60, 1, true));
        events.addAll(new Tale("learner").live(60).begin(1).episode(7).end().test(0, 2, 7).events());
        assertEquals(before.size(), Blocks.of(events, "learner").size());
    }

    @Test
    void reportsTheMeanOfRunsAndComparesWithTheExpertAlone() {
        Found found = Found.by(new L2Metrics.Factory().create(new L2Metrics.Config("single")),
                List.of(new MemoryRun("dqn", "worlds", 0, tale("learner", 0).events()), new MemoryRun("dqn", "worlds", 1, tale("learner", 1).events()), new MemoryRun("single", "worlds", 0, tale("learner", 0).events())));
        assertTrue(Double.isFinite(found.scalars.get("dqn l2metrics/relative-performance")), "the expert's run is of another seed, too");
        assertTrue(Double.isFinite(found.scalars.get("dqn l2metrics/forward-transfer")));
        assertEquals(Double.NaN, found.scalars.get("dqn l2metrics/recovery"), "no task is trained on twice");
        assertFalse(found.scalars.containsKey("single l2metrics/maintenance"), "the expert itself is not mentioned");
    }

    @Test
    void aCopyWithinTheRunMayBeTheExpert() {
        List<Event> events = new ArrayList<>(tale("learner", 0).events());
        events.addAll(tale("learner/fresh", 0).events());
        RunView run = new MemoryRun("dqn", "worlds", 0, events);
        assertEquals(1, Found.by(new L2Metrics.Factory().create(new L2Metrics.Config("/fresh")), List.of(run)).scalars.get("dqn l2metrics/relative-performance"), 1e-12);
        assertEquals(Double.NaN, Found.by(new L2Metrics.Factory().create(new L2Metrics.Config("none")), List.of(run)).scalars.get("dqn l2metrics/relative-performance"));
    }

    private static Tale tale(String role, double more) {
        return new Tale(role).test(0, 2, 1).test(1, 1, 4).begin(0).episode(1).test(0, 9, 99).episode(2).episode(3 + more).end()
                .test(0, 2, 8).test(1, 1, 6).begin(1).episode(3).episode(5).episode(9).end().test(0, 2, 5).test(1, 1, 9);
    }
}
