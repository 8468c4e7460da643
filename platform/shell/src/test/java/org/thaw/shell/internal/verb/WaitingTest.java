package org.thaw.shell.internal.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final List<Runnable> later = new ArrayList<>();

    private String said() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whoWaitsLongIsToldWhatForWhileHeWaits() {
        String result = Waiting.saying("it is being made", stream, later::add, () -> {
            later.forEach(Runnable::run);
            return said();
        });
        assertEquals("it is being made" + System.lineSeparator(), result);
    }

    @Test
    void whoDoesNotWaitLongIsToldNothing() {
        assertEquals(7, Waiting.saying("it is being made", stream, later::add, () -> 7));
        later.forEach(Runnable::run);
        assertEquals("", said());
    }
}
