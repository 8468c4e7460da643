package org.thaw.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpecTest {
    @Test
    void separatesPluginAndVersion() {
        Spec spec = Spec.of("breakout@[1.2,2)");
        assertEquals("breakout", spec.plugin());
        assertEquals("[1.2,2)", spec.version());
        assertEquals("", Spec.of("breakout").version());
    }

    @Test
    void listsItsHyperparametersSortedByName() {
        Spec spec = new Spec("x", Map.of("b", 1, "c", 2, "a", 3));
        assertEquals(List.of("a", "b", "c"), List.copyOf(spec.with().keySet()));
        assertEquals("Spec[id=x, with={a=3, b=1, c=2}]", spec.toString());
    }

    @Test
    void doesNotFollowChangesOfTheMapItWasMadeFrom() {
        Map<String, Object> with = new HashMap<>(Map.of("rate", 0.1));
        Spec spec = new Spec("x", with);
        with.put("rate", 0.2);
        assertEquals(Map.of("rate", 0.1), spec.with());
        assertThrows(UnsupportedOperationException.class, () -> spec.with().put("rate", 0.3));
    }

    @Test
    void withoutHyperparametersAllAreDefaults() {
        assertEquals(Spec.of("x"), new Spec("x", null));
    }

    @Test
    void aSpecWithoutAPluginIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Spec.of(""));
        assertThrows(IllegalArgumentException.class, () -> Spec.of("@1.0.0"));
    }
}
