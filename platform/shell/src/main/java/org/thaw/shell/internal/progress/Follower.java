package org.thaw.shell.internal.progress;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.thaw.runtime.run.RunStatus;
import org.thaw.shell.internal.console.Console;

/** Shows runs until they are over: a live block on a terminal, lines elsewhere. */
public final class Follower {
    private static final Duration FRAME = Duration.ofMillis(200);

    private final Console console;
    private final Function<RunStatus, String> scores;

    /** @param scores puts a run's latest score into words */
    public Follower(Console console, Function<RunStatus, String> scores) {
        this.console = console;
        this.scores = scores;
    }

    /** Returns when all runs are over, or when there is no time any more to look on. */
    public void followUntil(Subject subject, BooleanSupplier leave) throws InterruptedException {
        try (View view = view()) {
            view.show(subject.runs());
            boolean over = subject.await(Duration.ZERO);
            while (!over && !leave.getAsBoolean()) {
                over = subject.await(FRAME);
                view.show(subject.runs());
            }
        }
    }

    /** Returns when all runs are over, or when a key is pressed on the terminal. Returns whether they are over. */
    public boolean followUntilKey(Subject subject) throws InterruptedException {
        Optional<Terminal> keys = console.terminal();
        if (keys.isEmpty()) {
            followUntil(subject, () -> false);
            return true;
        }
        Terminal terminal = keys.get();
        Attributes before = terminal.enterRawMode();
        try (View view = view()) {
            view.show(subject.runs());
            boolean over = subject.await(Duration.ZERO);
            while (!over && terminal.reader().read(FRAME.toMillis()) < 0) {
                view.show(subject.runs());
                over = subject.await(Duration.ZERO);
            }
            return over;
        } catch (InterruptedIOException e) {
            throw new InterruptedException();
        } catch (IOException e) {
            return false;
        } finally {
            terminal.setAttributes(before);
        }
    }

    private View view() {
        return console.terminal().<View>map(terminal -> new Live(terminal, scores, console.colour()))
                .orElseGet(() -> new Lines(console.out(), scores, System::nanoTime));
    }
}
