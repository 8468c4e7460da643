package org.thaw.environments.images.internal;

import org.thaw.api.Signature;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Examples;
import org.thaw.api.environment.TaskStream;

/** The tasks of {@link Permuted}: element i of an input is element {@code orders[task][i]} of the original. */
record PermutedTasks(TaskStream original, int[][] orders) implements TaskStream {
    @Override
    public Signature signature() {
        return original.signature();
    }

    @Override
    public int tasks() {
        return orders.length;
    }

    @Override
    public Examples train(int task) {
        return new Permutation(original.train(0), orders[task]);
    }

    @Override
    public Examples test(int task) {
        return new Permutation(original.test(0), orders[task]);
    }

    @Override
    public void close() {
        original.close();
    }

    private record Permutation(Examples original, int[] order) implements Examples {
        @Override
        public int size() {
            return original.size();
        }

        @Override
        public void inputs(int[] indices, Tensor inputs) {
            original.inputs(indices, inputs);
            float[] values = inputs.floats();
            // one row of its own at each call, because several threads may read
            float[] row = new float[order.length];
            for (int at = 0; at < values.length; at += row.length) {
                System.arraycopy(values, at, row, 0, row.length);
                for (int i = 0; i < row.length; i++) {
                    values[at + i] = row[order[i]];
                }
            }
        }

        @Override
        public void targets(int[] indices, Tensor targets) {
            original.targets(indices, targets);
        }
    }
}
