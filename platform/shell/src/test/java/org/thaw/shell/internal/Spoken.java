package org.thaw.shell.internal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.thaw.shell.internal.console.Console;
import org.thaw.shell.internal.verb.Verbs;

/** Carries verbs out and keeps what they say. */
public final class Spoken {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Verbs verbs;
    private final Console console;

    public Spoken(Lab lab, Path folder, int width) {
        verbs = new Verbs(lab.services(), "0.1.0");
        console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), () -> width, false,
                Optional.empty(), Optional.empty(), folder);
    }

    public int say(String... words) {
        out.reset();
        err.reset();
        return verbs.execute(console, List.of(words));
    }

    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
