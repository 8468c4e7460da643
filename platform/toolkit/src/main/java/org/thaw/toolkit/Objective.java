package org.thaw.toolkit;

import java.util.Arrays;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.Tensor;
import org.thaw.networks.MeanSquaredError;
import org.thaw.networks.SoftmaxCrossEntropy;

/**
 * What a network is trained for, by its targets: the mean softmax cross-entropy over the classes that the cue allows, or for real targets the mean
 * squared error {@code 1/(n k) Σ (ŷ − y)²} over rows and numbers, whose gradient is {@code 2/(n k) (ŷ − y)} as in PyTorch.
 */
public final class Objective {
    private final Signature signature;
    private final boolean classification;
    private final MeanSquaredError squared;
    private final SoftmaxCrossEntropy entropy;
    private final Masks masks;
    private float[] weights = {};

    /** For the targets of this signature. */
    public Objective(Signature signature) {
        this.signature = signature;
        classification = signature.output() instanceof Space.Categorical;
        int width = classification ? signature.choices() : signature.output().size();
        squared = new MeanSquaredError(width);
        entropy = new SoftmaxCrossEntropy(width);
        masks = new Masks(width);
    }

    /** Adds the gradient of a batch's loss to what the network accumulates; returns the loss. */
    public double accumulate(TrainedNetwork network, Tensor inputs, Tensor targets, Cue cue) {
        signature.check(inputs, targets);
        int rows = inputs.rows();
        float[] outputs = network.forward(inputs);
        if (!classification) {
            double loss = squared.of(outputs, rows, targets.floats(), 0);
            network.accumulate(squared.gradient());
            return loss;
        }
        if (weights.length < rows) {
            weights = new float[rows];
        }
        Arrays.fill(weights, 0, rows, 1f / rows);
        double loss = entropy.of(outputs, rows, targets.ints(), 0, masks.of(cue), weights);
        network.accumulate(entropy.gradient());
        return loss;
    }
}
