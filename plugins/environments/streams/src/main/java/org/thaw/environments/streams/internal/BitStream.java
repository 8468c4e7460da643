package org.thaw.environments.streams.internal;

import java.util.Objects;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Examples;
import org.thaw.api.environment.TaskStream;

/** The stream of {@link SlowlyChangingRegression}: one task, tested on what would follow the stream's last example in the same period. */
final class BitStream implements TaskStream {
    private final SlowlyChangingRegression.Config config;
    private final ThresholdNetwork network;
    private final Signature signature;
    private final long slowKey;
    private final long fastKey;

    BitStream(SlowlyChangingRegression.Config config, ThresholdNetwork network, long slowKey, long fastKey) {
        this.config = config;
        this.network = network;
        this.slowKey = slowKey;
        this.fastKey = fastKey;
        signature = new Signature(Space.Real.of(0, 1, config.bits()), Space.Real.of(-config.units() - 1, config.units() + 1, 1));
    }

    @Override
    public Signature signature() {
        return signature;
    }

    @Override
    public int tasks() {
        return 1;
    }

    @Override
    public Examples train(int task) {
        Objects.checkIndex(task, 1);
        return new Drawn(0, config.examples());
    }

    @Override
    public Examples test(int task) {
        Objects.checkIndex(task, 1);
        return new Drawn(config.examples(), config.testExamples());
    }

    private final class Drawn implements Examples {
        private final int first;
        private final int size;

        Drawn(int first, int size) {
            this.first = first;
            this.size = size;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public void inputs(int[] indices, Tensor inputs) {
            Draws slow = new Draws(slowKey);
            Draws fast = new Draws(fastKey);
            float[] x = inputs.floats();
            int at = 0;
            for (int row = 0; row < inputs.rows(); row++) {
                long bits = bits(indices[row], slow, fast);
                for (int i = 0; i < config.bits(); i++) {
                    x[at++] = bits >>> i & 1;
                }
            }
        }

        @Override
        public void targets(int[] indices, Tensor targets) {
            Draws slow = new Draws(slowKey);
            Draws fast = new Draws(fastKey);
            for (int row = 0; row < targets.rows(); row++) {
                targets.floats()[row] = network.answer(bits(indices[row], slow, fast));
            }
        }

        /** An example's input, its slow bits at the bottom. */
        private long bits(int index, Draws slow, Draws fast) {
            long example = (long) first + Objects.checkIndex(index, size);
            long period = Math.min(example, config.examples() - 1) / config.period();
            long slowBits = (1L << config.slowBits()) - 1;
            long allBits = (1L << config.bits()) - 1;
            return slow.at(period).nextLong() & slowBits | fast.at(example).nextLong() & allBits & ~slowBits;
        }
    }
}
