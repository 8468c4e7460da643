package org.thaw.toolkit;

import org.thaw.api.RandomStream;
import org.thaw.api.Stateful;

/** Decides which examples of a stream a memory of limited capacity keeps. */
public sealed interface Selection extends Stateful permits Reservoir, ClassBalanced, GreedyBalanced {
    /** What {@link #place} answers for an example that is not kept. */
    int DISCARD = -1;

    /**
     * Where to put the next example of the stream.
     *
     * @param label  its class
     * @param labels the classes of what is stored
     * @param stored how many examples are stored
     * @return a slot below the capacity, {@code stored} for the next empty one, or {@link #DISCARD}
     */
    int place(int label, int[] labels, int stored, RandomStream random);

    /** The selections, as hyperparameters name them. */
    enum Kind {
        /** {@link ClassBalanced}. */ CLASS_BALANCED,
        /** {@link Reservoir}. */ RESERVOIR;

        /** A fresh selection of this kind. */
        public Selection create(int capacity, int classes) {
            return this == RESERVOIR ? new Reservoir(capacity) : new ClassBalanced(capacity, classes);
        }
    }
}
