package org.thaw.shell.internal.console;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;

/** The keys of a terminal, each told at once; without a terminal nobody presses any. Ctrl-C interrupts as ever. */
public final class Keys implements AutoCloseable {
    private final Optional<Terminal> terminal;
    private final Optional<Attributes> before;

    public Keys(Console console) {
        terminal = console.terminal();
        before = terminal.map(Terminal::enterRawMode);
    }

    /** Waits so long, or for a key. Returns whether one was pressed. */
    public boolean pressed(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        if (terminal.isPresent()) {
            try {
                if (terminal.get().reader().read(Math.max(1, atMost.toMillis())) >= 0) {
                    return true;
                }
            } catch (InterruptedIOException e) {
                throw new InterruptedException();
            } catch (IOException e) {
                return true; // the terminal is gone, and with it whoever looked on
            }
        }
        // no terminal, or one whose input has ended
        TimeUnit.NANOSECONDS.sleep(Math.max(0, end - System.nanoTime()));
        return false;
    }

    @Override
    public void close() {
        before.ifPresent(attributes -> terminal.orElseThrow().setAttributes(attributes));
    }
}
