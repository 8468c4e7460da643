package org.thaw.networks;

/** ℓ(y, t) = (y − t)², without a factor ½, as {@code torch.nn.MSELoss}. */
public final class MeanSquaredError extends ElementwiseLoss {

    /** For rows of that many outputs. */
    public MeanSquaredError(int outputs) {
        super(outputs);
    }

    @Override
    double loss(float prediction, float target) {
        double error = (double) prediction - target;
        return error * error;
    }

    @Override
    float slope(float prediction, float target) {
        return 2 * (prediction - target);
    }
}
