package org.thaw.runtime.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.thaw.api.metric.Event;

class EventJsonTest {
    static Class<?>[] types() {
        return Event.class.getPermittedSubclasses();
    }

    private static Object sample(RecordComponent component, int variant) {
        Class<?> type = component.getType();
        if (type == String.class) {
            return variant == 0 ? "learner" : "Ünïcode \"quotes\" <&> \u2028\n{}";
        }
        if (type == double.class) {
            return variant == 0 ? 0.1 : Double.NaN;
        }
        if (type == Map.class) {
            return variant == 0 ? Map.of("loss", 1e-7, "accuracy", 0.25) : Map.of("x", -0.0);
        }
        if (type == List.class) {
            return variant == 0 ? List.of(3, 0, -1) : List.of();
        }
        return type == int.class ? (Object) (variant == 0 ? 3 : -1) : type == long.class ? (Object) (variant == 0 ? 7L : Long.MAX_VALUE) : (Object) (variant == 0);
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyEventReadsBackTheSame(Class<?> type) throws Exception {
        RecordComponent[] components = type.getRecordComponents();
        var constructor = type.getConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        for (int variant = 0; variant < 2; variant++) {
            int v = variant;
            Event event = (Event) constructor.newInstance(Arrays.stream(components).map(c -> sample(c, v)).toArray());
            String line = EventJson.write(event);

            assertTrue(line.indexOf('\n') < 0, line);
            assertEquals(event, EventJson.read(line));
            assertEquals(line, EventJson.write(EventJson.read(line)));
        }
    }

    @Test
    void aLineHoldsTheFieldsInTheirOrder() {
        assertEquals("{\"event\":\"Evaluated\",\"role\":\"learner\",\"step\":12000,\"phase\":\"test\",\"after\":1,\"during\":-1,\"on\":0,\"size\":200,"
                        + "\"scores\":{\"accuracy\":0.975,\"loss\":1E-7}}",
                EventJson.write(new Event.Evaluated("learner", 12000, "test", 1, -1, 0, 200, Map.of("loss", 1e-7, "accuracy", 0.975))));
        assertEquals("{\"event\":\"Measured\",\"role\":\"learner\",\"step\":1,\"name\":\"loss\",\"value\":null}", EventJson.write(new Event.Measured("learner", 1, "loss", Double.NaN)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"event\":\"Measured\",\"role\":\"lea | not JSON",
            "[1] | not an event",
            "`` | not an event",
            "{\"role\":\"learner\"} | not an event",
            "{\"event\":\"Exploded\",\"role\":\"learner\"} | unknown event \"Exploded\"; known: [Computed, Earned,",
            "{\"event\":\"Frozen\",\"role\":\"learner\"} | the event Frozen lacks its field step",
            "{\"event\":\"Frozen\",\"role\":\"learner\",\"step\":\"soon\"} | not a Frozen event"})
    void whatIsNoEventIsRefused(String line, String expected) {
        String message = assertThrows(IllegalArgumentException.class, () -> EventJson.read(line)).getMessage();
        assertTrue(message.contains(expected), message);
    }
}
