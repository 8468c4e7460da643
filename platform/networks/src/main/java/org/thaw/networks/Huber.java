package org.thaw.networks;

/**
 * The Huber loss (Huber 1964): with e = y − t, ½·e² where |e| ≤ δ, else δ·(|e| − ½·δ), as {@code torch.nn.HuberLoss}; and its
 * relative smooth L1 (Girshick 2015), which is the same divided by δ, there called β. At 1 they are equal.
 */
public final class Huber extends ElementwiseLoss {

    private final float delta;
    private final float scale;

    /** The Huber loss for rows of that many outputs, with δ > 0. */
    public Huber(int outputs, double delta) {
        this(outputs, delta, 1);
    }

    private Huber(int outputs, double delta, double scale) {
        super(outputs);
        if (!(delta > 0)) {
            throw new IllegalArgumentException("the Huber loss turns linear at an error above 0, not " + delta);
        }
        this.delta = (float) delta;
        this.scale = (float) scale;
    }

    /** Smooth L1 with β > 0, as {@code torch.nn.SmoothL1Loss}. */
    public static Huber smoothL1(int outputs, double beta) {
        return new Huber(outputs, beta, 1 / beta);
    }

    @Override
    double loss(float prediction, float target) {
        double error = Math.abs((double) prediction - target);
        return scale * (error <= delta ? 0.5 * error * error : delta * (error - 0.5 * delta));
    }

    @Override
    float slope(float prediction, float target) {
        return scale * Math.max(-delta, Math.min(delta, prediction - target));
    }
}
