package org.thaw.learners.imitation.internal;

import org.thaw.api.RandomStream;
import org.thaw.api.environment.Step;
import org.thaw.api.learner.Decision;
import org.thaw.networks.SoftmaxCrossEntropy;

/** Chooses by the softmax over the legal actions' scores, and writes down the distribution and the action's log-probability. */
final class ActionChoice {
    private final int actions;
    private final boolean greedy;
    private final RandomStream random;
    private final SoftmaxCrossEntropy softmax;
    private final float[] scores;
    private final float[] probabilities;

    /** @param greedy takes the most probable action, the first of several, instead of drawing one */
    ActionChoice(int actions, boolean greedy, RandomStream random) {
        this.actions = actions;
        this.greedy = greedy;
        this.random = random;
        softmax = new SoftmaxCrossEntropy(actions);
        scores = new float[actions];
        probabilities = new float[actions];
    }

    /** How many actions there are. */
    int actions() {
        return actions;
    }

    /** Decides in a step by the scores that begin at {@code at}. */
    void decide(float[] from, int at, Step step, Decision decision) {
        System.arraycopy(from, at, scores, 0, actions);
        System.arraycopy(softmax.softmax(scores, 1, step.legal()), 0, probabilities, 0, actions);
        int action = greedy ? likeliest(step.legal()) : random.nextIndex(probabilities, actions);
        decision.choose(action);
        decision.distribution(probabilities);
        decision.logProbability(Math.min(0, StrictMath.log(probabilities[action])));
    }

    private int likeliest(boolean[] legal) {
        int best = -1;
        for (int a = 0; a < actions; a++) {
            if (legal[a] && (best < 0 || probabilities[a] > probabilities[best])) {
                best = a;
            }
        }
        return best;
    }
}
