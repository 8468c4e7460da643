package org.thaw.api.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static Phase phase(String name) {
        return new Phase.Freeze(name, "learner");
    }

    private static List<String> names(Iterable<Phase> plan) {
        List<String> names = new ArrayList<>();
        plan.forEach(p -> names.add(p.name()));
        return names;
    }

    /** One phase after another until the n-th: the way to plan "until it is good enough". */
    private static Plan until(int n, int i) {
        return Plan.of(phase("p" + i)).then(() -> i == n ? Plan.of() : until(n, i + 1));
    }

    @Test
    void fixedPhasesComeInOrder() {
        assertEquals(List.of("a", "b", "c"), names(Plan.of(phase("a")).then(phase("b")).then(List.of(phase("c")))));
    }

    @Test
    void anEmptyPlanHasNoPhases() {
        assertFalse(Plan.of().iterator().hasNext());
        assertThrows(NoSuchElementException.class, () -> Plan.of().iterator().next());
    }

    @Test
    void addingToAPlanLeavesTheOldOneAsItWas() {
        Plan old = Plan.of(phase("a"));
        old.then(phase("b"));
        assertEquals(List.of("a"), names(old));
    }

    @Test
    void aGateIsAskedOnceAndOnlyAfterWhatStandsBeforeIt() {
        AtomicInteger asked = new AtomicInteger();
        Iterator<Phase> walk = Plan.of(phase("a")).then(() -> {
            asked.incrementAndGet();
            return Plan.of(phase("b"));
        }).iterator();
        walk.next();
        assertEquals(0, asked.get());
        assertTrue(walk.hasNext() && walk.hasNext());
        assertEquals("b", walk.next().name());
        assertEquals(1, asked.get());
    }

    @Test
    void eachWalkAsksItsGatesAnew() {
        AtomicInteger asked = new AtomicInteger();
        Plan plan = Plan.of().then(() -> List.of(phase("walk " + asked.incrementAndGet())));
        assertEquals(List.of("walk 1"), names(plan));
        assertEquals(List.of("walk 2"), names(plan));
    }

    @Test
    void aGateWithinAPlanReturnsToWhatFollows() {
        assertEquals(List.of("p1", "p2", "end"), names(Plan.of().then(() -> until(2, 1)).then(phase("end"))));
    }

    @Test
    void aPlanMayEndInItselfManyTimes() {
        assertEquals(100_000, names(until(100_000, 1)).size());
    }
}
