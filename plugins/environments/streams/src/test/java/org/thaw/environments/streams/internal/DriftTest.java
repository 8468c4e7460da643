package org.thaw.environments.streams.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class DriftTest {
    @Test
    void anAbruptDriftHappensFromOneExampleToTheNext() {
        Drift drift = new Drift(100, 0, 0);
        assertEquals(3, drift.stretches(250));
        assertEquals(0, drift.stretchOf(99, 3, 0));
        assertEquals(1, drift.stretchOf(100, 3, 0.99));
        assertEquals(2, drift.stretchOf(249, 3, 0.5));
    }

    @Test
    void aGradualDriftTakesOverAlongASigmoid() {
        Drift drift = new Drift(100, 20, 0);
        assertEquals(0.5, drift.takenOver(0));
        // 1/(1 + e^-4) and its complement, one width after and before
        assertEquals(0.9820137900379085, drift.takenOver(20), 1e-15);
        assertEquals(0.01798620996209156, drift.takenOver(-20), 1e-15);
        assertEquals(1, drift.stretchOf(80, 3, 0.0179));
        assertEquals(0, drift.stretchOf(80, 3, 0.018));
        assertEquals(1, drift.stretchOf(120, 3, 0.982));
        assertEquals(0, drift.stretchOf(120, 3, 0.9821));
        assertEquals(2, drift.stretchOf(210, 3, 0.5));
    }

    @Test
    void thereIsNothingBeforeTheFirstConceptAndNothingAfterTheLast() {
        Drift drift = new Drift(100, 100, 0);
        assertEquals(0, drift.stretchOf(0, 3, 0));
        assertEquals(0, drift.stretchOf(49, 3, 0));
        assertEquals(2, drift.stretchOf(299, 3, 0));
    }

    @Test
    void conceptsRecurInTurnIfTheirNumberIsGiven() {
        Drift recurring = new Drift(10, 0, 3);
        assertEquals(2, recurring.concept(2));
        assertEquals(0, recurring.concept(3));
        assertEquals(7, new Drift(10, 0, 0).concept(7));
    }

    @Test
    void withoutAPeriodThereIsOneConcept() {
        assertEquals(1, new Drift(0, 0, 0).stretches(1000));
        assertEquals(0, new Drift(0, 0, 0).stretchOf(999, 1, 0.5));
    }

    @Test
    void aChangeLongerThanItsPeriodIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Drift(100, 101, 0));
    }
}
