package org.thaw.runtime.internal.state;

import java.util.List;
import java.util.Map;
import org.thaw.api.StateKind;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;

/** A small state with everything that a state may hold. */
final class SampleState {
    static final Map<String, String> METADATA = Map.of("step", "4200", "experiment", "Ω/split-mnist \"x\"");
    static final float SIGNALLING_NAN = Float.intBitsToFloat(0xff8abcde);
    static final Tensor F32 = Tensor.of(new float[] {1.5f, -0.0f, Float.NEGATIVE_INFINITY, SIGNALLING_NAN, Float.MIN_VALUE, Float.intBitsToFloat(0x7fc00123)}, 2, 3);
    static final Tensor F64 = Tensor.of(new double[] {Math.PI, Double.longBitsToDouble(0x7ff0000000000001L), -0.0, Double.MIN_VALUE}, 4);
    static final Tensor I32 = Tensor.of(new int[] {Integer.MIN_VALUE, 0x01020304, -1}, 1, 3, 1);
    static final Tensor I64 = Tensor.of(new long[] {Long.MIN_VALUE, 0x0102030405060708L}, 2);
    static final Tensor U8 = Tensor.of(new byte[] {0, -1, 127, -128, 5}, 5);
    static final Tensor SCALAR = Tensor.of(new float[] {7});
    static final Tensor EMPTY = Tensor.of(new double[0], 3, 0, 2);
    static final Counts COUNTS = new Counts(1L << 62, Double.NaN, -0.0f, true, "line\n\"é\ud83d\ude00\ud800", List.of(0.1, Double.NEGATIVE_INFINITY), new Inner(3));

    record Inner(int n) {
    }

    record Counts(long updates, double best, float rate, boolean done, String note, List<Double> history, Inner inner) {
    }

    private SampleState() {
    }

    static void save(StateWriter out) {
        out.tensor(StateKind.MEMORY, "u8", U8);
        out.record(StateKind.OPTIMISER, "counts", COUNTS);
        StateWriter learner = out.in("players").in("learner");
        learner.tensor(StateKind.PARAMETER, "weights/0", F32);
        learner.tensor(StateKind.OPTIMISER, "moments", F64);
        learner.tensor(StateKind.MEMORY, "empty", EMPTY);
        learner.record(StateKind.RANDOM, "inner", new Inner(-1));
        out.tensor(StateKind.MEMORY, "labels", I32);
        out.tensor(StateKind.RANDOM, "generator", I64);
        out.tensor(StateKind.PARAMETER, "scalär", SCALAR);
    }

    static Map<String, Tensor> tensors() {
        return Map.of("u8", U8, "players/learner/weights/0", F32, "players/learner/moments", F64, "players/learner/empty", EMPTY, "labels", I32, "generator", I64,
                "scalär", SCALAR);
    }
}
