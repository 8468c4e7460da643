package org.thaw.learners.policygradient.internal;

import org.thaw.api.environment.Step;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Transitions;

/**
 * A stretch of life as a batch: lane after lane, each in time order, with advantages and returns. Its log-probabilities and values are those of the network
 * when it was read, which is the one that acted.
 */
final class Rollout {
    private final ActorCriticNetwork network;
    private final PolicyHead head;
    private final int size;
    private int count;
    private float[] observations = {};
    private double[] rewards = {};
    private double[] discounts = {};
    private boolean[] ends = {};
    private double[] values = {};
    private double[] nextValues = {};
    private double[] logProbabilities = {};
    private double[] advantages = {};
    private double[] returns = {};

    Rollout(ActorCriticNetwork network, PolicyHead head) {
        this.network = network;
        this.head = head;
        size = network.observations().size();
    }

    /** Reads a stretch. {@code chunk} is how many rows go through the network at once. */
    void read(Transitions transitions, double gamma, double lambda, int chunk) {
        int length = transitions.length();
        room(transitions.lanes() * length);
        for (int lane = 0; lane < transitions.lanes(); lane++) {
            for (int t = 0; t < length; t++) {
                read(lane * length + t, transitions.from(lane, t), transitions.decision(lane, t), transitions.to(lane, t));
            }
        }
        evaluate(chunk);
        for (int lane = 0; lane < transitions.lanes(); lane++) {
            follow(lane * length, length, transitions, lane);
            GeneralisedAdvantage.compute(lane * length, length, rewards, discounts, ends, values, nextValues, gamma, lambda, advantages);
        }
        for (int i = 0; i < count; i++) {
            returns[i] = advantages[i] + values[i];
        }
    }

    private void room(int rows) {
        count = rows;
        if (rewards.length < rows) {
            observations = new float[rows * size];
            rewards = new double[rows];
            discounts = new double[rows];
            ends = new boolean[rows];
            values = new double[rows];
            nextValues = new double[rows];
            logProbabilities = new double[rows];
            advantages = new double[rows];
            returns = new double[rows];
            head.room(rows);
        }
    }

    private void read(int row, Step from, Decision decision, Step to) {
        network.observations().write(from.observation(), observations, row * size);
        head.remember(row, from, decision);
        rewards[row] = to.reward();
        discounts[row] = to.discount();
        ends[row] = to.isLast();
    }

    private void evaluate(int chunk) {
        for (int at = 0; at < count; at += chunk) {
            int rows = Math.min(chunk, count - at);
            float[] outputs = network.layers().forward(observations, at * size, rows);
            for (int i = 0; i < rows; i++) {
                logProbabilities[at + i] = head.logProbability(outputs, i * network.width(), at + i);
                values[at + i] = network.value(outputs, i);
            }
        }
    }

    /** The values of the states that follow: those acted in next, except where an episode or the stretch ends. */
    private void follow(int at, int length, Transitions transitions, int lane) {
        for (int t = 0; t < length; t++) {
            int row = at + t;
            if (t + 1 < length && !ends[row]) {
                nextValues[row] = values[row + 1];
            } else {
                nextValues[row] = discounts[row] == 0 ? 0 : network.value(network.forward(transitions.to(lane, t).observation()), 0);
            }
        }
    }

    /** How many transitions there are. */
    int count() {
        return count;
    }

    /** Copies an observation to a row of a batch. */
    void copyObservation(int row, float[] to, int at) {
        System.arraycopy(observations, row * size, to, at, size);
    }

    /** log π(a|s) as it was acted. */
    double logProbability(int row) {
        return logProbabilities[row];
    }

    /** The estimated advantage A. */
    double advantage(int row) {
        return advantages[row];
    }

    /** The target of the value, A + V(s). */
    double target(int row) {
        return returns[row];
    }
}
