package org.thaw.learners.inference.internal;

import org.thaw.api.RandomStream;
import org.thaw.api.learner.Decision;

/** Chooses by probabilities, and writes them down: draws an action, or takes the most probable, ties broken at random. */
final class Choice {
    private final boolean greedy;
    private final RandomStream random;
    private final float[] said;
    private final int[] best;

    Choice(int actions, boolean greedy, RandomStream random) {
        this.greedy = greedy;
        this.random = random;
        said = new float[actions];
        best = new int[actions];
    }

    /** @param probabilities of all actions, 0 for illegal ones; their sum is 1 */
    void decide(double[] probabilities, Decision decision) {
        for (int a = 0; a < said.length; a++) {
            said[a] = (float) probabilities[a];
        }
        int action = greedy ? likeliest(probabilities) : random.nextIndex(said, said.length);
        decision.choose(action);
        decision.distribution(said);
        decision.logProbability(StrictMath.log(Math.min(1, probabilities[action])));
    }

    private int likeliest(double[] probabilities) {
        int ties = 0;
        for (int a = 0; a < said.length; a++) {
            if (ties > 0 && probabilities[a] > probabilities[best[0]]) {
                ties = 0;
            }
            if (ties == 0 || probabilities[a] == probabilities[best[0]]) {
                best[ties++] = a;
            }
        }
        return best[ties == 1 ? 0 : random.nextInt(ties)];
    }
}
