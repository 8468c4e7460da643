package org.thaw.learners.modelbased.internal;

/** A small configuration to start from, which learns fast in a tiny world. */
final class Settings {
    int hidden = 16;
    int latent = 8;
    int unroll = 3;
    int depth = 2;
    int branches;
    int targetDepth = 1;
    double consistency = 1;
    double discount = 0.9;
    double rate = 0.005;
    int batch = 16;
    int capacity = 500;
    long replayStart = 20;
    int trainEvery = 1;
    long targetPeriod = 25;
    double epsilon = 1;
    double finalEpsilon = 0.1;
    long decaySteps = 500;

    ValuePredictionConfig build() {
        return new ValuePredictionConfig(hidden, latent, unroll, depth, branches, targetDepth, consistency, discount, rate, batch, capacity, replayStart, trainEvery, targetPeriod,
                epsilon, finalEpsilon, decaySteps, 0);
    }
}
