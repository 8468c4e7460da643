package org.thaw.environments.streams.internal;

import java.util.Objects;
import org.thaw.api.Context;
import org.thaw.api.Signature;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Examples;
import org.thaw.api.environment.TaskStream;

/**
 * A generated stream with classes as targets, cut into tasks where its concept drifts: task k is the k-th stretch, tested on examples of its concept
 * alone, as it is at the end of the stretch, without noise. All tasks one after another, in their order, are the stream.
 */
final class DriftingStream implements TaskStream {
    private final Signature signature;
    private final Source source;
    private final Length length;
    private final Drift drift;
    private final double noise;
    private final long key;
    private final int stretches;

    /** How long a stream is, and how many examples test each of its tasks. */
    record Length(int examples, int testExamples) {
        Length {
            if (examples < 1 || testExamples < 1) {
                throw new IllegalArgumentException("examples " + examples + ", testExamples " + testExamples + ": expected 1 or more of each");
            }
        }
    }

    /**
     * A stream.
     *
     * @param noise the probability that an example of the stream has another class than its own, each of the others alike
     */
    DriftingStream(Signature signature, Source source, Length length, Drift drift, double noise, Context context) {
        this.signature = signature;
        this.source = source;
        this.length = length;
        this.drift = drift;
        this.noise = noise;
        this.key = context.random("examples", 0).nextLong();
        this.stretches = drift.stretches(length.examples());
    }

    @Override
    public Signature signature() {
        return signature;
    }

    @Override
    public int tasks() {
        return stretches;
    }

    @Override
    public Examples train(int task) {
        int start = drift.start(Objects.checkIndex(task, stretches));
        return new Drawn(task, start, end(task) - start, true);
    }

    @Override
    public Examples test(int task) {
        // numbered before the stream's, so that no number is drawn twice
        return new Drawn(Objects.checkIndex(task, stretches), -(long) length.testExamples() * (task + 1), length.testExamples(), false);
    }

    private int end(int stretch) {
        return stretch == stretches - 1 ? length.examples() : drift.start(stretch + 1);
    }

    private final class Drawn implements Examples {
        private final int stretch;
        private final long first;
        private final int size;
        private final boolean training;

        Drawn(int stretch, long first, int size, boolean training) {
            this.stretch = stretch;
            this.first = first;
            this.size = size;
            this.training = training;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public void inputs(int[] indices, Tensor inputs) {
            Draws draws = new Draws(key);
            int width = inputs.rowSize();
            for (int row = 0; row < inputs.rows(); row++) {
                draw(indices[row], draws, inputs.floats(), row * width);
            }
        }

        @Override
        public void targets(int[] indices, Tensor targets) {
            Draws draws = new Draws(key);
            float[] unused = new float[signature.input().size()];
            for (int row = 0; row < targets.rows(); row++) {
                targets.ints()[row] = draw(indices[row], draws, unused, 0);
            }
        }

        private int draw(int index, Draws draws, float[] x, int at) {
            long example = first + Objects.checkIndex(index, size);
            draws.at(example);
            double u = draws.nextDouble();
            double flip = draws.nextDouble();
            int shift = draws.nextInt(Math.max(1, signature.choices() - 1)) + 1;
            int of = training ? drift.stretchOf(example, stretches, u) : stretch;
            int label = source.draw(drift.concept(of), training ? example : end(stretch) - 1L, draws, x, at);
            return training && flip < noise ? (label + shift) % signature.choices() : label;
        }
    }
}
