package org.thaw.toolkit;

import java.util.Arrays;
import org.thaw.api.RandomStream;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;

/**
 * Class-balancing reservoir sampling (Chrysakis and Moens 2020, algorithm 1). Once the memory is full, an example of a class that has never
 * been the largest takes the place of one of the largest class; within the others the reservoir law holds: the n-th example of a class of
 * which m are stored is kept with probability m/n, in the place of one of its own class. So classes end up with equal shares, and within
 * each every example met is equally likely to be there.
 */
public final class ClassBalanced implements Selection {
    private final int capacity;
    private final long[] seen;
    /** 1 for a class that is or was the largest of a full memory. */
    private final int[] full;
    private final int[] counts;

    /**
     * @param capacity how many examples can be stored
     * @param classes  how many classes there are
     */
    public ClassBalanced(int capacity, int classes) {
        this.capacity = capacity;
        this.seen = new long[classes];
        this.full = new int[classes];
        this.counts = new int[classes];
    }

    @Override
    public int place(int label, int[] labels, int stored, RandomStream random) {
        seen[label]++;
        if (stored < capacity) {
            return stored;
        }
        int largest = count(labels, stored);
        if (full[label] == 0) {
            return pick(labels, stored, largest, random);
        }
        boolean keep = random.nextDouble() * seen[label] < counts[label];
        return keep ? pickOf(label, labels, stored, random) : DISCARD;
    }

    /** Counts what is stored of each class, marks the largest as full and returns their size. */
    private int count(int[] labels, int stored) {
        Arrays.fill(counts, 0);
        for (int i = 0; i < stored; i++) {
            counts[labels[i]]++;
        }
        int largest = 0;
        for (int count : counts) {
            largest = Math.max(largest, count);
        }
        for (int c = 0; c < counts.length; c++) {
            full[c] |= counts[c] == largest ? 1 : 0;
        }
        return largest;
    }

    /** A place drawn uniformly from those of all the largest classes. */
    private int pick(int[] labels, int stored, int largest, RandomStream random) {
        int candidates = 0;
        for (int count : counts) {
            candidates += count == largest ? count : 0;
        }
        int skip = random.nextInt(candidates);
        for (int i = 0; i < stored; i++) {
            if (counts[labels[i]] == largest && skip-- == 0) {
                return i;
            }
        }
        throw new IllegalStateException("the labels changed while they were counted");
    }

    private int pickOf(int label, int[] labels, int stored, RandomStream random) {
        int skip = random.nextInt(counts[label]);
        for (int i = 0; i < stored; i++) {
            if (labels[i] == label && skip-- == 0) {
                return i;
            }
        }
        throw new IllegalStateException("the labels changed while they were counted");
    }

    @Override
    public void save(StateWriter out) {
        out.tensor(StateKind.MEMORY, "seen", Tensor.of(seen, seen.length));
        out.tensor(StateKind.MEMORY, "full", Tensor.of(full, full.length));
    }

    @Override
    public void restore(StateReader in) {
        in.into("seen", Tensor.of(seen, seen.length));
        in.into("full", Tensor.of(full, full.length));
    }
}
