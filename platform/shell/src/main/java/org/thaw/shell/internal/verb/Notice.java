package org.thaw.shell.internal.verb;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.thaw.shell.internal.console.Console;

/** Collects words, to be said all at once. */
final class Notice {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final Console console;

    Notice(Console target) {
        this.console = new Console(stream, stream, target.columns(), target.colour(), Optional.empty(), target.prompt(), target.folder());
    }

    Console console() {
        return console;
    }

    String text() {
        stream.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
