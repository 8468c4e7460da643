package org.thaw.learners.modelbased.internal;

import org.thaw.api.Parameter;
import org.thaw.toolkit.control.Exploration;

/** Hyperparameters of {@link ValuePredictionNetwork}. */
public record ValuePredictionConfig(
        @Parameter(value = "size of the hidden dense layer in each of the three networks", byDefault = "64", range = "[1,*)") int hidden,
        @Parameter(value = "numbers of an abstract state", byDefault = "32", range = "[1,*)") int latent,
        @Parameter(value = "k: steps that the model is unrolled in training, and that returns go before the estimate takes over", byDefault = "3", range = "[1,100]",
                source = "Oh et al. 2017, section 3.3") int unroll,
        @Parameter(value = "d: steps that planning looks ahead when it acts", byDefault = "3", range = "[1,10]", source = "Oh et al. 2017, algorithm 1") int depth,
        @Parameter(value = "b: actions that planning follows further in each imagined state; 0: all", byDefault = "0", range = "[0,*)", source = "Oh et al. 2017, algorithm 1") int branches,
        @Parameter(value = "steps that planning looks ahead for the targets of learning", byDefault = "1", range = "[1,10]") int targetDepth,
        @Parameter(value = "weight of the error of predicted against encoded abstract states; 0: none, as in Oh et al. 2017", byDefault = "1", range = "[0,*)",
                source = "Hansen, Wang and Su 2022, eq. 10") double consistency,
        @Parameter(value = "discount γ of later rewards", byDefault = "0.99", range = "[0,1]") double discount,
        @Parameter(value = "learning rate of adam", byDefault = "0.001", range = "(0,*)") double rate,
        @Parameter(value = "stretches of life of an update", byDefault = "32", range = "[1,*)") int batch,
        @Parameter(value = "steps of all lanes that the replay memory holds", byDefault = "100000", range = "[8,*)") int capacity,
        @Parameter(value = "steps of all lanes before the first update", byDefault = "1000", range = "[1,*)") long replayStart,
        @Parameter(value = "steps of all lanes from one update to the next", byDefault = "1", range = "[1,*)") int trainEvery,
        @Parameter(value = "updates after which the target networks are copied", byDefault = "100", range = "[1,*)") long targetPeriod,
        @Parameter(value = "probability ε of a random action, at the start", byDefault = "1", range = "[0,1]") double epsilon,
        @Parameter(value = "ε after the decline", byDefault = "0.05", range = "[0,1]") double finalEpsilon,
        @Parameter(value = "steps of all lanes of the decline; 0: ε stays as it is", byDefault = "5000", range = "[0,*)") long decaySteps,
        @Parameter(value = "ε in evaluations", byDefault = "0", range = "[0,1]") double evaluationEpsilon) {
    public ValuePredictionConfig {
        if (replayStart > capacity) {
            throw new IllegalArgumentException("replayStart " + replayStart + " is above the capacity " + capacity);
        }
    }

    Exploration exploration() {
        return new Exploration(epsilon, finalEpsilon, decaySteps);
    }
}
