package org.thaw.tck.proof;

import org.thaw.api.Cue;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.tck.host.ArrayData;
import org.thaw.tck.host.HostStream;

/** Examples scattered around the centres (0, 0), (3, 0), (0, 3) and (3, 3) of classes 0 to 3. */
final class Blobs {
    static final Signature SIGNATURE = new Signature(Space.Real.of(-10, 10, 2), new Space.Categorical(4));

    private Blobs() {
    }

    static ArrayData of(long seed, int perClass, int... classes) {
        RandomStream random = new HostStream(seed);
        float[][] inputs = new float[perClass * classes.length][];
        int[] targets = new int[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            targets[i] = classes[i % classes.length];
            inputs[i] = new float[] {targets[i] % 2 * 3 + 0.4f * (float) random.nextGaussian(), targets[i] / 2 * 3 + 0.4f * (float) random.nextGaussian()};
        }
        return new ArrayData(inputs, targets, Cue.none());
    }
}
