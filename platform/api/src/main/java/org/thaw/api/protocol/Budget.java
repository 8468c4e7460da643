package org.thaw.api.protocol;

import java.util.Objects;

/**
 * How long something goes on.
 *
 * @param unit   of what
 * @param amount how many, from 1
 */
public record Budget(Unit unit, long amount) {
    /** Units of experience. */
    public enum Unit {
        /** Passes over the examples. */ EPOCHS,
        /** Batches. */ ITERATIONS,
        /** Steps of all lanes together. */ STEPS,
        /** Episodes of all lanes together. */ EPISODES
    }

    public Budget {
        Objects.requireNonNull(unit, "unit");
        if (amount < 1) {
            throw new IllegalArgumentException("a budget is at least 1, not " + amount);
        }
    }

    /** Passes over the examples. */
    public static Budget epochs(long amount) {
        return new Budget(Unit.EPOCHS, amount);
    }

    /** Batches. */
    public static Budget iterations(long amount) {
        return new Budget(Unit.ITERATIONS, amount);
    }

    /** Steps. */
    public static Budget steps(long amount) {
        return new Budget(Unit.STEPS, amount);
    }

    /** Episodes. */
    public static Budget episodes(long amount) {
        return new Budget(Unit.EPISODES, amount);
    }
}
