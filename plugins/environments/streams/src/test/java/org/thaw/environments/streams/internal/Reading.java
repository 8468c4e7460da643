package org.thaw.environments.streams.internal;

import org.thaw.api.Signature;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Examples;

/** Examples read into fresh tensors. */
record Reading(Tensor inputs, Tensor targets) {
    static Reading of(Signature signature, Examples examples, int... indices) {
        Reading reading = new Reading(signature.input().buffer(indices.length), signature.output().buffer(indices.length));
        examples.inputs(indices, reading.inputs);
        examples.targets(indices, reading.targets);
        return reading;
    }

    /** All of them, in order. */
    static Reading all(Signature signature, Examples examples) {
        int[] indices = new int[examples.size()];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = i;
        }
        return of(signature, examples, indices);
    }

    float x(int row, int i) {
        return inputs.floats()[row * inputs.rowSize() + i];
    }

    int label(int row) {
        return targets.ints()[row];
    }
}
