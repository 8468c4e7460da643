package org.thaw.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateIdTest {
    @Test
    void readsWhatItWrites() {
        StateId id = new StateId("linear-classifier", 3);
        assertEquals("linear-classifier:3", id.toString());
        assertEquals(id, StateId.parse("linear-classifier:3"));
    }

    @Test
    void withoutAVersionItIsTheFirst() {
        assertEquals(new StateId("ewc", 1), StateId.parse("ewc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":1", "EWC:1", "a_b", "a-", "-a", "a--b", "a:0", "a:-1", "a:x", "a:", "a:1:2"})
    void whatIsNoIdIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> StateId.parse(text));
    }
}
