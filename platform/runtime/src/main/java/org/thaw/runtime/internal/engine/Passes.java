package org.thaw.runtime.internal.engine;

import org.thaw.api.protocol.Experience;
import org.thaw.runtime.internal.random.Streams;

/**
 * Passes over a set of examples: which examples the batch of a number holds. The order of a pass depends on seed, task and pass alone: the same for every learner,
 * and found again after a pause.
 */
final class Passes {
    private static final long NONE = -1;

    private final Experience.Examples experience;
    private final ExampleSet set;
    private final Streams streams;
    private final int batch;
    private final long perPass;
    private final int[][] orders = {{}, {}};
    private final long[] of = {NONE, NONE};

    Passes(Experience.Examples experience, ExampleSet set, Streams streams) {
        this.experience = experience;
        this.set = set;
        this.streams = streams;
        this.batch = experience.batch();
        this.perPass = ((long) set.size() + batch - 1) / batch;
    }

    /** How many batches a pass has. */
    long length() {
        return perPass;
    }

    /** How many examples a batch holds: fewer at the end of a pass. */
    int rows(long number) {
        return Math.min(batch, set.size() - from(number));
    }

    private int from(long number) {
        return (int) (number % perPass * batch);
    }

    /** Reads a batch. */
    void read(long number, BatchBuffers into) {
        into.read(order(number / perPass), from(number), rows(number));
    }

    /** The last two are kept, for those whose targets come late. */
    private int[] order(long pass) {
        int at = (int) (pass % 2);
        if (of[at] != pass) {
            of[at] = pass;
            orders[at] = experience.order() == Experience.Order.GIVEN ? Orders.ascending(set.size())
                    : streams.get("order/" + experience.task(), pass).permutation(set.size());
        }
        return orders[at];
    }
}
