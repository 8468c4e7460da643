package org.thaw.toolkit;

import java.util.Arrays;
import org.thaw.api.RandomStream;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;

/**
 * GDumb's greedy balancing sampler (Prakash, Torr and Dokania 2020, algorithm 1): an example is stored while its class has less than an equal
 * share of the capacity among the classes met; where the memory is full it takes the place of a random example of the largest class.
 */
public final class GreedyBalanced implements Selection {
    private final int capacity;
    /** 1 for a class that was met. */
    private final int[] met;
    private final int[] counts;

    /**
     * @param capacity how many examples can be stored
     * @param classes  how many classes there are
     */
    public GreedyBalanced(int capacity, int classes) {
        this.capacity = capacity;
        this.met = new int[classes];
        this.counts = new int[classes];
    }

    @Override
    public int place(int label, int[] labels, int stored, RandomStream random) {
        met[label] = 1;
        Arrays.fill(counts, 0);
        for (int i = 0; i < stored; i++) {
            counts[labels[i]]++;
        }
        int classesMet = 0;
        for (int one : met) {
            classesMet += one;
        }
        if ((long) counts[label] * classesMet >= capacity) {
            return DISCARD;
        }
        return stored < capacity ? stored : ofLargest(labels, stored, random);
    }

    private int ofLargest(int[] labels, int stored, RandomStream random) {
        int largest = 0;
        for (int c = 1; c < counts.length; c++) {
            largest = counts[c] > counts[largest] ? c : largest;
        }
        int skip = random.nextInt(counts[largest]);
        int slot = 0;
        while (labels[slot] != largest || skip-- > 0) {
            slot++;
        }
        return slot;
    }

    @Override
    public void save(StateWriter out) {
        out.tensor(StateKind.MEMORY, "met", Tensor.of(met, met.length));
    }

    @Override
    public void restore(StateReader in) {
        in.into("met", Tensor.of(met, met.length));
    }
}
