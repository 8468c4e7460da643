package org.thaw.networks;

import org.thaw.networks.internal.Exponential;

/**
 * Binary cross-entropy of logits, as {@code torch.nn.BCEWithLogitsLoss}: with p = 1/(1 + e^−y),
 * ℓ(y, t) = −t·ln p − (1−t)·ln(1−p) = max(y, 0) − y·t + ln(1 + e^−|y|). Targets lie in [0, 1]. Its slope is p − t.
 */
public final class BinaryCrossEntropy extends ElementwiseLoss {

    /** For rows of that many outputs. */
    public BinaryCrossEntropy(int outputs) {
        super(outputs);
    }

    @Override
    double loss(float prediction, float target) {
        return Math.max(prediction, 0) - (double) prediction * target
                + StrictMath.log1p(Exponential.exp(-Math.abs(prediction)));
    }

    @Override
    float slope(float prediction, float target) {
        return Exponential.sigmoid(prediction) - target;
    }
}
