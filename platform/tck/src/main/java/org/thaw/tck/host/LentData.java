package org.thaw.tck.host;

import org.thaw.api.Cue;
import org.thaw.api.RandomStream;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Batches;
import org.thaw.api.environment.Data;

/**
 * Data whose batches are lent: taken back when the next one is asked for.
 *
 * @param data    the examples
 * @param lending how
 */
public record LentData(Data data, Lending lending) implements Data {
    @Override
    public int tasks() {
        return data.tasks();
    }

    @Override
    public Data task(int index) {
        return new LentData(data.task(index), lending);
    }

    @Override
    public int size() {
        return data.size();
    }

    @Override
    public Cue cue() {
        return data.cue();
    }

    @Override
    public Batches inOrder(int batchSize) {
        return new LentBatches(data.inOrder(batchSize), lending);
    }

    @Override
    public Batches shuffled(int batchSize, RandomStream order) {
        return new LentBatches(data.shuffled(batchSize, order), lending);
    }

    @Override
    public Batches drawn(int batchSize, RandomStream draws) {
        return new LentBatches(data.drawn(batchSize, draws), lending);
    }

    private static final class LentBatches implements Batches {
        private final Batches batches;
        private final Lending lending;
        private Tensor inputs = Tensor.of(new float[0], 0);
        private Tensor targets = Tensor.of(new int[0], 0);
        private Tensor inputsBefore = inputs;
        private Tensor targetsBefore = targets;

        LentBatches(Batches batches, Lending lending) {
            this.batches = batches;
            this.lending = lending;
        }

        @Override
        public boolean next() {
            lending.takeBack(inputs, inputsBefore, "inputs");
            lending.takeBack(targets, targetsBefore, "targets");
            if (!batches.next()) {
                return false;
            }
            inputsBefore = batches.inputs();
            targetsBefore = batches.targets();
            inputs = inputsBefore.copy();
            targets = targetsBefore.copy();
            return true;
        }

        @Override
        public Tensor inputs() {
            return inputs;
        }

        @Override
        public Tensor targets() {
            return targets;
        }
    }
}
