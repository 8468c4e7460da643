package org.thaw.networks;

import java.util.Map;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019, algorithm 2), in the form of {@code torch.optim.AdamW}:
 * θ ← (1 − rate·decay)·θ, then the step of {@link Adam}, in one pass.
 */
public final class AdamW implements Optimiser {

    private final Adam adam;

    /** With β₁ = 0.9, β₂ = 0.999, ε = 1e-8 and decay 0.01, as in PyTorch. */
    public AdamW(int size, double rate) {
        this(size, rate, 0.9, 0.999, 1e-8, 0.01);
    }

    /** With all settings: β₁ and β₂ in [0, 1), ε and decay at least 0. */
    public AdamW(int size, double rate, double beta1, double beta2, double epsilon, double decay) {
        adam = new Adam(size, rate, beta1, beta2, epsilon, decay);
    }

    @Override
    public String name() {
        return "adamw";
    }

    @Override
    public void step(float[] parameters, float[] gradient) {
        adam.step(parameters, gradient);
    }

    @Override
    public double rate() {
        return adam.rate();
    }

    @Override
    public void rate(double rate) {
        adam.rate(rate);
    }

    @Override
    public long steps() {
        return adam.steps();
    }

    @Override
    public void steps(long steps) {
        adam.steps(steps);
    }

    @Override
    public Map<String, float[]> slots() {
        return adam.slots();
    }
}
