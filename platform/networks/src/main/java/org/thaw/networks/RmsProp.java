package org.thaw.networks;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.thaw.networks.internal.Interval;

/**
 * RMSprop (Tieleman and Hinton 2012, lecture 6.5) in the form of {@code torch.optim.RMSprop}: v ← α·v + (1−α)·g² and
 * θ ← θ − rate·g / (√v + ε). Centred (Graves 2013, eq. 38 to 40): also m ← α·m + (1−α)·g, and √(v − m²) in place of √v. The
 * centred form alone may have momentum μ: b ← μ·b + g / (√(v − m²) + ε) and θ ← θ − rate·b. The DQN of Mnih et al. 2015 is
 * centred with ε under the root; here ε is added to it, as in PyTorch.
 */
public final class RmsProp extends FlatOptimiser {

    private final float alpha;
    private final float rest;
    private final float epsilon;
    private final boolean centred;
    private final float momentum;
    private final float[] square;
    private final float[] mean;
    private final float[] velocity;
    private final Map<String, float[]> slots;

    /** Plain, with α = 0.99 and ε = 1e-8, as in PyTorch. */
    public RmsProp(int size, double rate) {
        this(size, rate, 0.99, 1e-8, false);
    }

    /** Without momentum: α in [0, 1), ε ≥ 0. */
    public RmsProp(int size, double rate, double alpha, double epsilon, boolean centred) {
        this(size, rate, alpha, epsilon, centred, 0);
    }

    /** Centred, with momentum μ in [0, 1); with 0 there is no velocity, and steps are those of the form without. */
    public static RmsProp centred(int size, double rate, double alpha, double epsilon, double momentum) {
        return new RmsProp(size, rate, alpha, epsilon, true, momentum);
    }

    private RmsProp(int size, double rate, double alpha, double epsilon, boolean centred, double momentum) {
        super(size, rate);
        this.alpha = (float) Interval.require("alpha", alpha, 0, Math.nextDown(1.0));
        rest = (float) (1 - alpha);
        this.epsilon = (float) Interval.require("epsilon", epsilon, 0, Float.MAX_VALUE);
        this.centred = centred;
        this.momentum = (float) Interval.require("momentum", momentum, 0, Math.nextDown(1.0));
        square = new float[size];
        mean = new float[centred ? size : 0];
        velocity = new float[this.momentum == 0 ? 0 : size];
        Map<String, float[]> named = new LinkedHashMap<>();
        named.put("square", square);
        if (centred) {
            named.put("mean", mean);
        }
        if (this.momentum != 0) {
            named.put("velocity", velocity);
        }
        slots = Collections.unmodifiableMap(named);
    }

    @Override
    public String name() {
        return "rmsprop";
    }

    @Override
    public void step(float[] parameters, float[] gradient) {
        advance(parameters, gradient);
        if (momentum != 0) {
            update(parameters, gradient, square, mean, velocity, alpha, rest, (float) rate(), epsilon, momentum);
        } else if (centred) {
            update(parameters, gradient, square, mean, alpha, rest, (float) rate(), epsilon);
        } else {
            update(parameters, gradient, square, alpha, rest, (float) rate(), epsilon);
        }
    }

    private static void update(float[] parameters, float[] gradient, float[] square, float alpha, float rest, float rate,
            float epsilon) {
        for (int i = 0; i < parameters.length; i++) {
            float g = gradient[i];
            float v = alpha * square[i] + rest * (g * g) + FAINT_SQUARE - FAINT_SQUARE;
            square[i] = v;
            parameters[i] -= rate * g / ((float) Math.sqrt(v) + epsilon);
        }
    }

    private static void update(float[] parameters, float[] gradient, float[] square, float[] mean, float alpha, float rest,
            float rate, float epsilon) {
        for (int i = 0; i < parameters.length; i++) {
            float g = gradient[i];
            float v = alpha * square[i] + rest * (g * g) + FAINT_SQUARE - FAINT_SQUARE;
            float m = alpha * mean[i] + rest * g + FAINT_SQUARED_MEAN - FAINT_SQUARED_MEAN;
            square[i] = v;
            mean[i] = m;
            // rounding can leave a variance just below 0
            parameters[i] -= rate * g / ((float) Math.sqrt(Math.max(v - m * m, 0f)) + epsilon);
        }
    }

    private static void update(float[] parameters, float[] gradient, float[] square, float[] mean, float[] velocity, float alpha,
            float rest, float rate, float epsilon, float momentum) {
        for (int i = 0; i < parameters.length; i++) {
            float g = gradient[i];
            float v = alpha * square[i] + rest * (g * g) + FAINT_SQUARE - FAINT_SQUARE;
            float m = alpha * mean[i] + rest * g + FAINT_SQUARED_MEAN - FAINT_SQUARED_MEAN;
            square[i] = v;
            mean[i] = m;
            // rounding can leave a variance just below 0
            float b = momentum * velocity[i] + g / ((float) Math.sqrt(Math.max(v - m * m, 0f)) + epsilon) + FAINT_MEAN - FAINT_MEAN;
            velocity[i] = b;
            parameters[i] -= rate * b;
        }
    }

    @Override
    public Map<String, float[]> slots() {
        return slots;
    }
}
