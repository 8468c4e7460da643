package org.thaw.learners.plasticity.internal;

import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.Tensor;
import org.thaw.toolkit.NetworkLearner;
import org.thaw.toolkit.Objective;
import org.thaw.toolkit.TrainedNetwork;

/** Finetuning for classes or real targets with two places in each step where a rule against loss of plasticity can act. */
abstract class PlasticLearner extends NetworkLearner {
    private final Objective objective;

    PlasticLearner(TrainedNetwork trained, Signature signature, Context context) {
        super(trained, context);
        this.objective = new Objective(signature);
    }

    @Override
    public final void learn(Tensor inputs, Tensor targets, Cue cue) {
        double loss = objective.accumulate(trained, inputs, targets, cue);
        beforeStep(trained.network().parameters(), trained.network().gradient());
        trained.step();
        afterStep(trained.network().parameters(), inputs.rows());
        context.measure("loss", loss);
    }

    /** The gradient is there: the place for a penalty. */
    void beforeStep(float[] parameters, float[] gradient) {
    }

    /** The step was taken: the place for what is no gradient. The activations are those of the batch. */
    void afterStep(float[] parameters, int rows) {
    }
}
