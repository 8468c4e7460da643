package org.thaw.tck;

import java.util.Arrays;
import org.thaw.api.Signature;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Examples;

/** Some examples, equal to others bit for bit. */
record Sample(Tensor inputs, Tensor targets) {
    /** At most so many, spread over all. */
    static Sample of(Signature signature, Examples examples, int most) {
        int count = Math.min(most, examples.size());
        int[] indices = new int[count];
        for (int i = 0; i < count; i++) {
            indices[i] = (int) ((long) i * examples.size() / count);
        }
        return of(signature, examples, indices, count);
    }

    static Sample of(Signature signature, Examples examples, int[] indices, int count) {
        Sample sample = new Sample(signature.input().buffer(count), signature.output().buffer(count));
        examples.inputs(indices, sample.inputs);
        examples.targets(indices, sample.targets);
        return sample;
    }

    /** Whether this one example is a row of others. */
    boolean isRow(Sample others, int row) {
        return same(inputs, others.inputs, row) && same(targets, others.targets, row);
    }

    private static boolean same(Tensor one, Tensor all, int row) {
        int size = one.size();
        Tensor slice = switch (all.type()) {
            case F32 -> Tensor.of(Arrays.copyOfRange(all.floats(), row * size, (row + 1) * size), one.shape());
            case I32 -> Tensor.of(Arrays.copyOfRange(all.ints(), row * size, (row + 1) * size), one.shape());
            default -> Tensor.of(Arrays.copyOfRange(all.bytes(), row * size, (row + 1) * size), one.shape());
        };
        return one.sameBits(slice);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sample sample && inputs.sameBits(sample.inputs) && targets.sameBits(sample.targets);
    }

    @Override
    public int hashCode() {
        return inputs.size() + 31 * targets.size();
    }
}
