package org.thaw.networks;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.thaw.networks.internal.Interval;

/**
 * Adam (Kingma and Ba 2015), with the bias correction in the place where {@code torch.optim.Adam} has it:
 * m ← β₁·m + (1−β₁)·g, v ← β₂·v + (1−β₂)·g², θ ← θ − (rate/(1−β₁ᵗ))·m / (√v/√(1−β₂ᵗ) + ε).
 */
public final class Adam extends FlatOptimiser {

    private final double beta1;
    private final double beta2;
    private final float epsilon;
    private final double decay;
    private final float[] mean;
    private final float[] square;
    private final Map<String, float[]> slots;

    /** With the usual β₁ = 0.9, β₂ = 0.999 and ε = 1e-8, for {@code size} parameters. */
    public Adam(int size, double rate) {
        this(size, rate, 0.9, 0.999, 1e-8);
    }

    /** With all settings: β₁ and β₂ in [0, 1), ε ≥ 0. */
    public Adam(int size, double rate, double beta1, double beta2, double epsilon) {
        this(size, rate, beta1, beta2, epsilon, 0);
    }

    /** With decoupled weight decay, see {@link AdamW}. */
    Adam(int size, double rate, double beta1, double beta2, double epsilon, double decay) {
        super(size, rate);
        this.decay = Interval.require("decay", decay, 0, Double.MAX_VALUE);
        this.beta1 = Interval.require("beta1", beta1, 0, Math.nextDown(1.0));
        this.beta2 = Interval.require("beta2", beta2, 0, Math.nextDown(1.0));
        this.epsilon = (float) Interval.require("epsilon", epsilon, 0, Float.MAX_VALUE);
        mean = new float[size];
        square = new float[size];
        Map<String, float[]> named = new LinkedHashMap<>();
        named.put("mean", mean);
        named.put("square", square);
        slots = Collections.unmodifiableMap(named);
    }

    @Override
    public String name() {
        return "adam";
    }

    @Override
    public void step(float[] parameters, float[] gradient) {
        advance(parameters, gradient);
        double correction1 = 1 - Power.of(beta1, steps());
        double correction2 = Math.sqrt(1 - Power.of(beta2, steps()));
        // a factor of 1 changes no bit
        float keep = (float) (1 - rate() * decay);
        update(parameters, gradient, mean, square, keep, (float) beta1, (float) (1 - beta1), (float) beta2,
                (float) (1 - beta2), (float) (rate() / correction1), (float) (1 / correction2), epsilon);
    }

    private static void update(float[] parameters, float[] gradient, float[] mean, float[] square, float keep,
            float beta1, float rest1, float beta2, float rest2, float rate, float scale, float epsilon) {
        for (int i = 0; i < parameters.length; i++) {
            float g = gradient[i];
            float m = beta1 * mean[i] + rest1 * g + FAINT_MEAN - FAINT_MEAN;
            float v = beta2 * square[i] + rest2 * (g * g) + FAINT_SQUARE - FAINT_SQUARE;
            mean[i] = m;
            square[i] = v;
            parameters[i] = keep * parameters[i] - rate * m / ((float) Math.sqrt(v) * scale + epsilon);
        }
    }

    @Override
    public Map<String, float[]> slots() {
        return slots;
    }
}
