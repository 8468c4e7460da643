package org.thaw.tck.host;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.thaw.api.Cue;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;

/** Examples scattered around the centres (0, 0), (3, 0), (0, 3) and (3, 3) of classes 0 to 3. */
public final class Blobs {
    /** Two numbers in, four classes out. */
    public static final Signature SIGNATURE = new Signature(Space.Real.of(-10, 10, 2), new Space.Categorical(4));

    /** The same with numbers in [0, 1], for {@link #withinOne}. */
    public static final Signature UNIT_SIGNATURE = new Signature(Space.Real.of(0, 1, 2), new Space.Categorical(4));

    private Blobs() {
    }

    /** Examples of some classes in turn. */
    public static ArrayData of(Cue cue, long seed, int perClass, int... classes) {
        RandomStream random = new HostStream(seed);
        float[][] inputs = new float[perClass * classes.length][];
        int[] targets = new int[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            int c = targets[i] = classes[i % classes.length];
            inputs[i] = new float[] {c % 2 * 3 + 0.4f * (float) random.nextGaussian(), c / 2 * 3 + 0.4f * (float) random.nextGaussian()};
        }
        return new ArrayData(inputs, targets, cue);
    }

    /** Two tasks, classes 0 and 1, then 2 and 3, with nothing told. */
    public static List<ArrayData> untold(long seed, int perClass) {
        return List.of(of(Cue.none(), seed, perClass, 0, 1), of(Cue.none(), seed + 1, perClass, 2, 3));
    }

    /** The same two tasks, with task and classes told. */
    public static List<ArrayData> told(long seed, int perClass) {
        return List.of(of(Cue.none().withTask(0).withClasses(0, 1), seed, perClass, 0, 1),
                of(Cue.none().withTask(1).withClasses(2, 3), seed + 1, perClass, 2, 3));
    }

    /** The same examples within the unit square, for learners whose inputs lie in [0, 1]. */
    public static ArrayData withinOne(ArrayData blobs) {
        float[][] inputs = new float[blobs.size()][2];
        for (int i = 0; i < inputs.length; i++) {
            for (int j = 0; j < 2; j++) {
                inputs[i][j] = Math.max(0, Math.min(1, blobs.inputs()[i][j] / 3));
            }
        }
        return new ArrayData(inputs, blobs.targets(), blobs.cue());
    }

    /** All examples as one set, in the order of the tasks. */
    public static ArrayData joined(List<ArrayData> tasks) {
        return new ArrayData(tasks.stream().flatMap(t -> Stream.of(t.inputs())).toArray(float[][]::new),
                tasks.stream().flatMapToInt(t -> IntStream.of(t.targets())).toArray(), Cue.none());
    }
}
