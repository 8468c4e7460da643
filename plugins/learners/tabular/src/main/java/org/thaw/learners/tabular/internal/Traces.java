package org.thaw.learners.tabular.internal;

import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;

/**
 * z: how much each weight had to do with what was lately seen (Sutton and Barto 2018, section 12.2). Only the traces that are not zero are gone
 * through; those below a billionth are forgotten.
 */
final class Traces {
    private static final double LEAST = 1e-9;

    private final double[] trace;
    private final Tensor saved;
    /** The weights with a trace, in any order: none depends on another. */
    private final int[] listed;
    private final boolean[] isListed;
    private int count;

    Traces(int weights) {
        trace = new double[weights];
        saved = Tensor.of(trace, weights);
        listed = new int[weights];
        isListed = new boolean[weights];
    }

    double get(int weight) {
        return trace[weight];
    }

    void add(int weight, double amount) {
        set(weight, trace[weight] + amount);
    }

    void set(int weight, double value) {
        trace[weight] = value;
        if (!isListed[weight]) {
            isListed[weight] = true;
            listed[count++] = weight;
        }
    }

    void decay(double factor) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int weight = listed[i];
            double value = trace[weight] * factor;
            boolean keep = Math.abs(value) >= LEAST;
            trace[weight] = keep ? value : 0;
            isListed[weight] = keep;
            if (keep) {
                listed[kept++] = weight;
            }
        }
        count = kept;
    }

    void clear() {
        decay(0);
    }

    /** w ← w + amount z. */
    void addTo(double[] weights, double amount) {
        for (int i = 0; i < count; i++) {
            weights[listed[i]] += amount * trace[listed[i]];
        }
    }

    void save(StateWriter out) {
        out.tensor(StateKind.OPTIMISER, "traces", saved);
    }

    void restore(StateReader in) {
        clear();
        in.into("traces", saved);
        for (int weight = 0; weight < trace.length; weight++) {
            if (trace[weight] != 0) {
                set(weight, trace[weight]);
            }
        }
    }
}
