package org.thaw.metrics.lifetimes.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.metric.Event;

class ReturnCurveTest {
    @Test
    void drawsReturnsAtTheEndsOfEpisodesAndAveragesThoseThatEndTogether() {
        Found found = found(List.of(ended("agent", 10, 1), ended("agent", 25, 2), ended("agent", 25, 4)));
        assertArrayEquals(new double[][] {{10, 25}, {1, 3}}, found.series.get("agent return-curve"));
    }

    @Test
    void theNumberIsTheMeanOfTheLastTenthOfTheEpisodesRoundedUp() {
        List<Event> events = new ArrayList<>();
        for (int i = 1; i <= 11; i++) {
            events.add(ended("agent", 10L * i, i));
        }
        assertEquals((10 + 11) / 2.0, found(events).scalars.get("agent return-curve"));
        assertEquals(5, found(events.subList(0, 5)).scalars.get("agent return-curve"));
    }

    @Test
    void evaluationsAreACurveOfTheirOwnThatCountsByItsLast() {
        Found found = found(List.of(Found.evaluated("agent", 0, 0, "return", 1), ended("agent", 30, 7), Found.evaluated("agent", 50, 0, "return", 5)));
        assertArrayEquals(new double[][] {{0, 50}, {1, 5}}, found.series.get("agent return-curve/evaluation"));
        assertEquals(5, found.scalars.get("agent return-curve/evaluation"));
        assertEquals(7, found.scalars.get("agent return-curve"));
    }

    @Test
    void ofSeveralTasksTheOneBegunLastCounts() {
        Found found = found(List.of(new Event.TaskBegan("agent", 0, 0), Found.evaluated("agent", 50, 0, "return", 5), new Event.Forked("agent", 50, "agent/frozen@1"),
                new Event.TaskBegan("agent", 50, 1), Found.evaluated("agent", 100, 0, "return", 4), Found.evaluated("agent", 100, 1, "return", -2),
                Found.evaluated("agent/frozen@1", 100, 0, "return", 5), Found.evaluated("agent/frozen@1", 100, 1, "return", -9)));
        assertEquals(-2, found.scalars.get("agent return-curve/evaluation"));
        assertEquals(-9, found.scalars.get("agent/frozen@1 return-curve/evaluation"));
        assertArrayEquals(new double[][] {{50, 100}, {5, 4}}, found.series.get("agent return-curve/evaluation/task-0"));
    }

    @Test
    void areasAreMeanHeightsOverStepsAndOverEpisodes() {
        Found found = found(List.of(Found.evaluated("agent", 0, 0, "return", 1), ended("agent", 10, 2), ended("agent", 80, 6), Found.evaluated("agent", 50, 0, "return", 5),
                Found.evaluated("agent", 150, 0, "return", 7)));
        // trapezia 50·3 and 100·6
        assertEquals((150 + 600) / 150.0, found.scalars.get("agent return-curve/area"));
        assertEquals(4, found.scalars.get("agent return-curve/area-episodes"));
        assertArrayEquals(new double[][] {{1, 2}, {2, 6}}, found.series.get("agent return-curve/episodes"));
    }

    @Test
    void rewardsPerStepTellOfLivesWithoutEpisodes() {
        Found found = found(List.of(new Event.Earned("agent", 100, 0, 100, 25), new Event.Earned("agent", 200, 0, 100, 50)));
        assertArrayEquals(new double[][] {{100, 200}, {.25, .5}}, found.series.get("agent return-curve/reward"));
        assertEquals(Double.NaN, found.scalars.get("agent return-curve"));
    }

    @Test
    void aTwinHasACurveOfItsOwn() {
        Found found = found(List.of(ended("agent", 10, 1), new Event.Forked("agent", 10, "agent/frozen@1"), ended("agent", 20, 3), ended("agent/frozen@1", 20, 2)));
        assertArrayEquals(new double[][] {{20}, {2}}, found.series.get("agent/frozen@1 return-curve"));
        assertArrayEquals(new double[][] {{10, 20}, {1, 3}}, found.series.get("agent return-curve"));
    }

    @Test
    void theCurveGoesOnInAnotherLifetimeAndEndsWhereTheLearnerIsMadeAnew() {
        Found found = found(List.of(ended("agent", 10, 1), new Event.Renewed("agent", 10, 1, false), ended("agent", 20, 3), new Event.Renewed("agent", 20, 2, true), ended("agent", 30, 9)));
        assertArrayEquals(new double[][] {{10, 20}, {1, 3}}, found.series.get("agent return-curve"));
    }

    @Test
    void whoDoesNotLiveIsNotMentioned() {
        assertTrue(found(List.of(Found.evaluated("learner", 0, 0, "accuracy", .5))).scalars.isEmpty());
    }

    private static Found found(List<Event> events) {
        return Found.by(new ReturnCurve.Factory().create(new None()), events);
    }

    private static Event ended(String role, long step, double total) {
        return new Event.EpisodeEnded(role, step, 0, total, 10);
    }
}
