package org.thaw.tck.host;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.thaw.api.Cue;
import org.thaw.api.RandomStream;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Batches;
import org.thaw.api.environment.Data;

/**
 * The examples of one task, in arrays.
 *
 * @param inputs  one row for each example
 * @param targets their classes
 * @param cue     what comes with them
 */
public record ArrayData(float[][] inputs, int[] targets, Cue cue) implements Data {
    /** What a learner gets at the end of a task in a world: nothing stored. */
    public static Data none() {
        return new ArrayData(new float[0][], new int[0], Cue.none());
    }

    @Override
    public int tasks() {
        return inputs.length == 0 ? 0 : 1;
    }

    @Override
    public Data task(int index) {
        return List.of(this).get(index);
    }

    @Override
    public int size() {
        return inputs.length;
    }

    @Override
    public Batches inOrder(int batchSize) {
        return batches(batchSize, size(), i -> i);
    }

    @Override
    public Batches shuffled(int batchSize, RandomStream order) {
        int[] permutation = order.permutation(size());
        return batches(batchSize, size(), i -> permutation[i]);
    }

    @Override
    public Batches drawn(int batchSize, RandomStream draws) {
        return batches(batchSize, size() == 0 ? 0 : Integer.MAX_VALUE - batchSize, i -> draws.nextInt(size()));
    }

    private Batches batches(int batchSize, int total, IntUnaryOperator example) {
        return new Batches() {
            private int done;
            private int[] now = {};

            @Override
            public boolean next() {
                now = IntStream.range(done, Math.min(done + batchSize, total)).map(example).toArray();
                done += now.length;
                return now.length > 0;
            }

            @Override
            public Tensor inputs() {
                int width = ArrayData.this.inputs[0].length;
                float[] rows = new float[now.length * width];
                for (int i = 0; i < now.length; i++) {
                    System.arraycopy(ArrayData.this.inputs[now[i]], 0, rows, i * width, width);
                }
                return Tensor.of(rows, now.length, width);
            }

            @Override
            public Tensor targets() {
                return Tensor.of(IntStream.of(now).map(i -> ArrayData.this.targets[i]).toArray(), now.length);
            }
        };
    }
}
