package org.thaw.shell.internal.progress;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.thaw.runtime.run.RunStatus;
import org.thaw.shell.internal.console.Console;
import org.thaw.shell.internal.console.Keys;

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

    /** Why one looks on no longer. */
    public enum Left {
        /** All runs are over. */ OVER,
        /** A key was pressed. */ KEY,
        /** There is something else to do. */ CALLED
    }

    /** Returns when all runs are over, when a key is pressed, or when there is something else to do. */
    public Left followUntilKey(Subject subject, Keys keys, BooleanSupplier call) throws InterruptedException {
        try (View view = view()) {
            view.show(subject.runs());
            boolean over = subject.await(Duration.ZERO);
            while (!over && !call.getAsBoolean()) {
                if (keys.pressed(FRAME)) {
                    return Left.KEY;
                }
                view.show(subject.runs());
                over = subject.await(Duration.ZERO);
            }
            return over ? Left.OVER : Left.CALLED;
        }
    }

    private View view() {
        return console.terminal().<View>map(terminal -> new Live(terminal, scores, console.colour()))
                .orElseGet(() -> new Lines(console.out(), scores, System::nanoTime));
    }
}
