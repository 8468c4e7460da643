package org.thaw.networks;

import java.util.Map;
import org.thaw.networks.internal.OptimiserState;

/**
 * Stochastic gradient descent, as {@code torch.optim.SGD} without dampening: with momentum μ, v ← μ·v + g and
 * θ ← θ − rate·v; without, θ ← θ − rate·g.
 */
public final class Sgd implements Optimiser {

    private final OptimiserState state;
    private final float momentum;
    private final float[] velocity;
    private final Map<String, float[]> slots;

    /** Plain descent, for {@code size} parameters. */
    public Sgd(int size, double rate) {
        this(size, rate, 0);
    }

    /** With momentum in [0, 1]; 0 keeps no state. */
    public Sgd(int size, double rate, double momentum) {
        state = new OptimiserState(size, rate);
        this.momentum = (float) OptimiserState.range("momentum", momentum, 0, 1);
        velocity = new float[momentum == 0 ? 0 : size];
        slots = momentum == 0 ? Map.of() : Map.of("velocity", velocity);
    }

    @Override
    public String name() {
        return "sgd";
    }

    @Override
    public void step(float[] parameters, float[] gradient) {
        state.advance(parameters, gradient);
        if (momentum == 0) {
            descend(parameters, gradient, (float) state.rate());
        } else {
            descend(parameters, gradient, velocity, (float) state.rate(), momentum);
        }
    }

    private static void descend(float[] parameters, float[] gradient, float rate) {
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] -= rate * gradient[i];
        }
    }

    private static void descend(float[] parameters, float[] gradient, float[] velocity, float rate, float momentum) {
        for (int i = 0; i < parameters.length; i++) {
            float v = momentum * velocity[i] + gradient[i];
            velocity[i] = v;
            parameters[i] -= rate * v;
        }
    }

    @Override
    public double rate() {
        return state.rate();
    }

    @Override
    public void rate(double rate) {
        state.rate(rate);
    }

    @Override
    public long steps() {
        return state.steps();
    }

    @Override
    public void steps(long steps) {
        state.steps(steps);
    }

    @Override
    public Map<String, float[]> slots() {
        return slots;
    }
}
