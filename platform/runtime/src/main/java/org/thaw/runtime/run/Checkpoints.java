package org.thaw.runtime.run;

import java.time.Duration;
import java.util.Objects;

/**
 * When a run writes down where it stands. It also does so when it is paused or stopped.
 *
 * @param within the time between checkpoints within a phase
 * @param after  a phase that ends writes one if the last is at least as old as this
 */
public record Checkpoints(Duration within, Duration after) {
    public Checkpoints {
        Objects.requireNonNull(within, "within");
        Objects.requireNonNull(after, "after");
    }

    /** Every 30 seconds within a phase; after a phase if 5 seconds have gone by. */
    public static Checkpoints usual() {
        return new Checkpoints(Duration.ofSeconds(30), Duration.ofSeconds(5));
    }
}
