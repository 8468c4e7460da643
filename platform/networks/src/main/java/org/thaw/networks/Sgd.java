package org.thaw.networks;

import java.util.Map;
import org.thaw.networks.internal.Interval;

/**
 * Stochastic gradient descent, as {@code torch.optim.SGD} without dampening: with momentum μ, v ← μ·v + g and
 * θ ← θ − rate·v; without, θ ← θ − rate·g.
 */
public final class Sgd extends FlatOptimiser {

    private final float momentum;
    private final float[] velocity;
    private final Map<String, float[]> slots;

    /** Plain descent, for {@code size} parameters. */
    public Sgd(int size, double rate) {
        this(size, rate, 0);
    }

    /** With momentum in [0, 1]; 0 keeps no state. */
    public Sgd(int size, double rate, double momentum) {
        super(size, rate);
        this.momentum = (float) Interval.require("momentum", momentum, 0, 1);
        velocity = new float[momentum == 0 ? 0 : size];
        slots = momentum == 0 ? Map.of() : Map.of("velocity", velocity);
    }

    @Override
    public String name() {
        return "sgd";
    }

    @Override
    public void step(float[] parameters, float[] gradient) {
        advance(parameters, gradient);
        if (momentum == 0) {
            descend(parameters, gradient, (float) rate());
        } else {
            descend(parameters, gradient, velocity, (float) rate(), momentum);
        }
    }

    private static void descend(float[] parameters, float[] gradient, float rate) {
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] -= rate * gradient[i];
        }
    }

    private static void descend(float[] parameters, float[] gradient, float[] velocity, float rate, float momentum) {
        for (int i = 0; i < parameters.length; i++) {
            float v = momentum * velocity[i] + gradient[i] + FAINT_MEAN - FAINT_MEAN;
            velocity[i] = v;
            parameters[i] -= rate * v;
        }
    }

    @Override
    public Map<String, float[]> slots() {
        return slots;
    }
}
