package org.thaw.learners.policygradient.internal;

import java.util.Arrays;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;
import org.thaw.networks.Power;

/**
 * Eligibility traces over all parameters, one vector z per lane, and the ascent along them that RMSprop scales: z ← decay·z + ∇, then with
 * g = δ·z + β·∇H and n updates made before, v ← κ·v + (1−κ)·g² and θ ← θ + α·g / √(v/(1−κ^{n+1}) + ε).
 */
final class TraceRmsProp implements Stateful {
    /** Added and taken away again, it rounds to a multiple of 2⁻¹⁰⁶: what decays never becomes subnormal, with which processors calculate slowly. */
    private static final float FAINT_TRACE = 0x1p-83f;
    /** The same for squares: 2⁻¹²³. */
    private static final float FAINT_SQUARE = 0x1p-100f;

    private final int lanes;
    private final int size;
    private final double rate;
    private final double kappa;
    private final float epsilon;
    private final float[][] traces;
    private final float[] squares;
    private long updates;

    /**
     * Traces and squares of 0.
     *
     * @param rate    α
     * @param kappa   κ, the decay of the mean square, in [0, 1)
     * @param epsilon ε, under the root
     */
    TraceRmsProp(int lanes, int size, double rate, double kappa, double epsilon) {
        this.lanes = lanes;
        this.size = size;
        this.rate = rate;
        this.kappa = kappa;
        this.epsilon = (float) epsilon;
        traces = new float[lanes][size];
        squares = new float[size];
    }

    /** z ← 0 in one lane. */
    void forget(int lane) {
        Arrays.fill(traces[lane], 0f);
    }

    /** z ← decay·z + gradient in one lane. */
    void accumulate(int lane, double decay, float[] gradient) {
        accumulate(traces[lane], (float) decay, gradient);
    }

    private static void accumulate(float[] trace, float decay, float[] gradient) {
        for (int i = 0; i < trace.length; i++) {
            trace[i] = decay * trace[i] + gradient[i] + FAINT_TRACE - FAINT_TRACE;
        }
    }

    /** Changes the parameters along δ·z + extra, z being the trace of a lane and {@code extra} scaled by {@code extraWeight}. */
    void ascend(float[] parameters, int lane, double delta, float[] extra, double extraWeight) {
        updates++;
        float correction = (float) (1 / (1 - Power.of(kappa, updates)));
        ascend(parameters, traces[lane], (float) delta, extra, (float) extraWeight, squares, (float) rate, (float) kappa, (float) (1 - kappa), correction, epsilon);
    }

    private static void ascend(float[] parameters, float[] trace, float delta, float[] extra, float weight, float[] squares, float rate, float kappa, float rest,
            float correction, float epsilon) {
        for (int i = 0; i < parameters.length; i++) {
            float g = delta * trace[i] + weight * extra[i];
            float v = kappa * squares[i] + rest * (g * g) + FAINT_SQUARE - FAINT_SQUARE;
            squares[i] = v;
            parameters[i] += rate * g / (float) Math.sqrt(v * correction + epsilon);
        }
    }

    /** The trace of a lane; live. */
    float[] trace(int lane) {
        return traces[lane];
    }

    /** How often the parameters were changed. */
    long updates() {
        return updates;
    }

    /** What is saved beside the tensors. */
    record Progress(long updates, int lanes) {
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.OPTIMISER, "progress", new Progress(updates, lanes));
        out.tensor(StateKind.OPTIMISER, "square", Tensor.of(squares, size));
        for (int lane = 0; lane < lanes; lane++) {
            out.tensor(StateKind.OPTIMISER, "trace/" + lane, Tensor.of(traces[lane], size));
        }
    }

    /** Takes over everything; the traces only where there are as many lanes, since a trace belongs to a life. */
    @Override
    public void restore(StateReader in) {
        Progress progress = in.record("progress", Progress.class);
        updates = progress.updates();
        in.into("square", Tensor.of(squares, size));
        for (int lane = 0; lane < lanes; lane++) {
            forget(lane);
            if (progress.lanes() == lanes) {
                in.into("trace/" + lane, Tensor.of(traces[lane], size));
            }
        }
    }
}
