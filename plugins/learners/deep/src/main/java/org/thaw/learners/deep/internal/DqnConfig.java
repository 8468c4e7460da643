package org.thaw.learners.deep.internal;

import java.util.List;
import org.thaw.api.Parameter;
import org.thaw.networks.Adam;
import org.thaw.networks.ElementwiseLoss;
import org.thaw.networks.Huber;
import org.thaw.networks.MeanSquaredError;
import org.thaw.networks.Optimiser;
import org.thaw.networks.RmsProp;
import org.thaw.toolkit.Start;
import org.thaw.toolkit.control.Exploration;
import org.thaw.toolkit.replay.Horizon;

/** Hyperparameters of {@link Dqn}. The defaults are those of MinAtar's DQN, unless a source says otherwise. */
public record DqnConfig(
        @Parameter(value = "what stands before the dense layers: fitting is minatar for pictures and mlp for all else", byDefault = "fitting", source = DqnConfig.MINATAR)
        Architecture network,
        @Parameter(value = "sizes of the hidden dense layers, behind the convolutions if there are any", byDefault = "[128]", range = "[1,*)", source = DqnConfig.MINATAR)
        List<Integer> hidden,
        @Parameter(value = "first values of the weights", byDefault = "pytorch", source = DqnConfig.MINATAR) Start start,
        @Parameter(value = "the action is selected by the network and valued by the target network", byDefault = "false", source = "van Hasselt, Guez and Silver 2016") boolean doubleLearning,
        @Parameter(value = "streams for the value of the state and the advantages of actions; the last hidden layer is there for each", byDefault = "false",
                source = "Wang et al. 2016") boolean dueling,
        @Parameter(value = "n: steps whose rewards are added up before the estimate takes over", byDefault = "1", range = "[1,1000]", source = "Sutton and Barto 2018, section 7.1") int nStep,
        @Parameter(value = "discount γ of later rewards", byDefault = "0.99", range = "[0,1]", source = DqnConfig.MINATAR) double discount,
        @Parameter(value = "loss of an error: huber is linear beyond 1, the clipped error of Mnih et al. 2015", byDefault = "huber", source = DqnConfig.MINATAR) Loss loss,
        @Parameter(value = "update rule", byDefault = "rmsprop-centred", source = DqnConfig.MINATAR) Rule optimiser,
        @Parameter(value = "learning rate", byDefault = "0.00025", range = "(0,*)", source = DqnConfig.MINATAR) double rate,
        @Parameter(value = "decay α of rmsprop's means", byDefault = "0.95", range = "[0,1)", source = DqnConfig.MINATAR) double rmspropDecay,
        @Parameter(value = "ε of rmsprop, added to the root", byDefault = "0.01", range = "[0,*)", source = DqnConfig.MINATAR) double rmspropEpsilon,
        @Parameter(value = "momentum μ of rmsprop's steps; 0: none. MinAtar's dqn.py has 0.95 since its pull request 37 of 2024", byDefault = "0", range = "[0,1)", source = DqnConfig.MINATAR) double rmspropMomentum,
        @Parameter(value = "ε of adam", byDefault = "1e-8", range = "[0,*)", source = "Kingma and Ba 2015") double adamEpsilon,
        @Parameter(value = "transitions of an update", byDefault = "32", range = "[1,*)", source = DqnConfig.MINATAR) int batch,
        @Parameter(value = "steps of all lanes that the replay memory holds", byDefault = "100000", range = "[8,*)", source = DqnConfig.MINATAR) int capacity,
        @Parameter(value = "steps of all lanes before the first update", byDefault = "5000", range = "[0,*)", source = DqnConfig.MINATAR) long replayStart,
        @Parameter(value = "steps of all lanes from one training to the next", byDefault = "1", range = "[1,*)", source = DqnConfig.MINATAR) int trainEvery,
        @Parameter(value = "updates of each training", byDefault = "1", range = "[1,*)", source = DqnConfig.MINATAR) int updatesPerTraining,
        @Parameter(value = "updates after which the target network is copied", byDefault = "1000", range = "[1,*)", source = DqnConfig.MINATAR) long targetPeriod,
        @Parameter(value = "probability ε of a random action, at the start", byDefault = "1", range = "[0,1]", source = DqnConfig.MINATAR) double epsilon,
        @Parameter(value = "ε after the decline", byDefault = "0.1", range = "[0,1]", source = DqnConfig.MINATAR) double finalEpsilon,
        @Parameter(value = "steps of all lanes of the decline, which begins with the first update; 0: ε falls at once", byDefault = "100000", range = "[0,*)", source = DqnConfig.MINATAR) long decaySteps,
        @Parameter(value = "ε in evaluations", byDefault = "0.05", range = "[0,1]", source = "Mnih et al. 2013, section 5") double evaluationEpsilon,
        @Parameter(value = "observations are stacks of so many frames along their last axis, newest last, of which replay stores each once; 1: they are not", byDefault = "1",
                range = "[1,16]") int stackedFrames,
        @Parameter(value = "greatest size of a reward that counts; 0: rewards count as they are", byDefault = "0", range = "[0,*)", source = "1 in Mnih et al. 2013, section 5") double rewardLimit,
        @Parameter(value = "continual backpropagation: replacement rate ρ; 0: none. Dohare et al. 2024 use 1e-4", byDefault = "0", range = "[0,1]") double replacement,
        @Parameter(value = "its maturity threshold m, in updates", byDefault = "100", range = "[0,*)", source = "Dohare et al. 2024") int maturity,
        @Parameter(value = "its decay η of the utility", byDefault = "0.99", range = "[0,1)", source = "Dohare et al. 2024") double utilityDecay,
        @Parameter(value = "L2-init: strength λ of the penalty towards the first values of the weights; 0: none. Kumar et al. 2023 sweep 1e-2 to 1e-5", byDefault = "0",
                range = "[0,*)") double l2Init,
        @Parameter(value = "elastic weight consolidation: strength λ of the penalty; 0: none. Kirkpatrick et al. 2017 use 400", byDefault = "0", range = "[0,*)") double ewc,
        @Parameter(value = "states drawn from the replay memory at a task's end for its Fisher information", byDefault = "1024", range = "[1,*)") int fisherSamples) {
    static final String MINATAR = "Young and Tian 2019, MinAtar's dqn.py";

    /** Losses of an error, as hyperparameters name them. */
    public enum Loss {
        /** ½ e² up to 1, linear beyond. */ HUBER,
        /** e². */ MSE
    }

    /** Update rules, as hyperparameters name them. */
    public enum Rule {
        /** Centred RMSprop. */ RMSPROP_CENTRED,
        /** Adam with β = 0.9, 0.999. */ ADAM
    }

    public DqnConfig {
        hidden = List.copyOf(hidden);
        if (replacement > 0 && dueling) {
            throw new IllegalArgumentException("replacement " + replacement + " with dueling: continual backpropagation replaces units of networks without streams; expected one of the two");
        }
        if (dueling && hidden.isEmpty()) {
            throw new IllegalArgumentException("dueling needs a hidden layer for its streams; hidden is empty");
        }
        if (replayStart > capacity) {
            throw new IllegalArgumentException("replayStart " + replayStart + " is above the capacity " + capacity);
        }
    }

    Horizon horizon() {
        return new Horizon(nStep, discount, rewardLimit == 0 ? Double.POSITIVE_INFINITY : rewardLimit);
    }

    Exploration exploration() {
        return new Exploration(epsilon, finalEpsilon, replayStart, decaySteps);
    }

    Optimiser rule(int parameters) {
        return switch (optimiser) {
            case RMSPROP_CENTRED -> RmsProp.centred(parameters, rate, rmspropDecay, rmspropEpsilon, rmspropMomentum);
            case ADAM -> new Adam(parameters, rate, 0.9, 0.999, adamEpsilon);
        };
    }

    ElementwiseLoss loss(int actions) {
        return loss == Loss.HUBER ? new Huber(actions, 1) : new MeanSquaredError(actions);
    }
}
