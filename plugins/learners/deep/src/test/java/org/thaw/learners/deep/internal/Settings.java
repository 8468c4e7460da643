package org.thaw.learners.deep.internal;

import java.util.List;
import org.thaw.toolkit.Start;

/** A small configuration to start from: an MLP that learns fast in a tiny world. */
final class Settings {
    Architecture network = Architecture.FITTING;
    List<Integer> hidden = List.of(16);
    boolean doubleLearning;
    boolean dueling;
    int nStep = 1;
    double discount = 0.9;
    DqnConfig.Loss loss = DqnConfig.Loss.HUBER;
    DqnConfig.Rule optimiser = DqnConfig.Rule.ADAM;
    double rate = 0.005;
    int batch = 16;
    int capacity = 500;
    long replayStart = 20;
    int trainEvery = 1;
    int updatesPerTraining = 1;
    long targetPeriod = 25;
    double epsilon = 1;
    double finalEpsilon = 0.1;
    long decaySteps = 500;
    double evaluationEpsilon;
    int stackedFrames = 1;
    double rewardLimit;
    double replacement;
    double l2Init;
    double ewc;

    DqnConfig build() {
        return new DqnConfig(network, hidden, Start.PYTORCH, doubleLearning, dueling, nStep, discount, loss, optimiser, rate, 0.95, 0.01, 0, 1e-8, batch, capacity, replayStart,
                trainEvery, updatesPerTraining, targetPeriod, epsilon, finalEpsilon, decaySteps, evaluationEpsilon, stackedFrames, rewardLimit, replacement, 10, 0.99, l2Init, ewc, 64);
    }

    /** The published hyperparameters of MinAtar's DQN: the defaults. */
    static DqnConfig minAtar() {
        return new DqnConfig(Architecture.FITTING, List.of(128), Start.PYTORCH, false, false, 1, 0.99, DqnConfig.Loss.HUBER, DqnConfig.Rule.RMSPROP_CENTRED, 0.00025, 0.95, 0.01,
                0, 1e-8, 32, 100_000, 5000, 1, 1, 1000, 1, 0.1, 100_000, 0.05, 1, 0, 0, 100, 0.99, 0, 0, 1024);
    }
}
