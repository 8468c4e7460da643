package org.thaw.toolkit;

import org.thaw.api.RandomStream;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;

/**
 * Reservoir sampling: at any time every example met so far is stored with the same probability (Vitter 1985, algorithm R): the t-th example
 * takes a place drawn from 0 … t−1, if the memory has that place.
 */
public final class Reservoir implements Selection {
    private final int capacity;
    private long seen;

    /** @param capacity how many examples can be stored */
    public Reservoir(int capacity) {
        this.capacity = capacity;
    }

    @Override
    public int place(int label, int[] labels, int stored, RandomStream random) {
        seen++;
        if (stored < capacity) {
            return stored;
        }
        long place = (long) (random.nextDouble() * seen);
        return place < capacity ? (int) place : DISCARD;
    }

    /** What is saved. */
    public record Progress(long seen) {
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.MEMORY, "reservoir", new Progress(seen));
    }

    @Override
    public void restore(StateReader in) {
        seen = in.record("reservoir", Progress.class).seen();
    }
}
