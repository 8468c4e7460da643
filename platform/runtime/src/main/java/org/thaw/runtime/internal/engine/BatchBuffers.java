package org.thaw.runtime.internal.engine;

import java.util.HashMap;
import java.util.Map;
import org.thaw.api.Signature;
import org.thaw.api.Tensor;

/** Batches of a set, in one pair of buffers for each number of rows that occurs: full batches and the last of a pass. */
final class BatchBuffers {
    private record Pair(Tensor inputs, Tensor targets) {
    }

    private final Map<Integer, Pair> pairs = new HashMap<>();
    private final ExampleSet set;
    private final Signature signature;
    private Pair pair;
    private int[] positions = {};
    private int[] scratch = {};

    BatchBuffers(ExampleSet set) {
        this.set = set;
        this.signature = set.signature();
    }

    /** Reads the examples at {@code order[from] … order[from + rows − 1]}. */
    void read(int[] order, int from, int rows) {
        if (pair == null || pair.inputs().rows() != rows) {
            pair = pairs.computeIfAbsent(rows, n -> new Pair(signature.input().buffer(n), signature.output().buffer(n)));
        }
        if (positions.length < rows) {
            positions = new int[rows];
            scratch = new int[rows];
        }
        System.arraycopy(order, from, positions, 0, rows);
        set.read(positions, scratch, pair.inputs(), pair.targets());
    }

    Tensor inputs() {
        return pair.inputs();
    }

    Tensor targets() {
        return pair.targets();
    }
}
