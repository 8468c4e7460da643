package org.thaw.learners.imitation.internal;

import java.util.Arrays;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Sequences;

/** Imitation proper: what the teacher did in each step. Hyperparameters name it. */
public enum Recorded {
    /** The action that it took. */ ACTIONS,
    /** The probabilities of its actions where it recorded them, as agents with stochastic policies do, else the action that it took. */ DISTRIBUTIONS;

    /** As targets for so many actions. */
    Targets targets(int actions) {
        return (windows, window, to, at) -> write(windows, window, actions, to, at);
    }

    private int write(Sequences windows, int window, int actions, float[] to, int at) {
        int decided = 0;
        for (int t = 0; t < windows.length(window); t++) {
            Decision decision = windows.decision(window, t);
            int row = at + t * actions;
            if (this == DISTRIBUTIONS && decision.hasDistribution() && decision.action().chosen()) {
                System.arraycopy(decision.distribution(), 0, to, row, actions);
                decided++;
                continue;
            }
            Arrays.fill(to, row, row + actions, 0f);
            if (decision.action().chosen()) {
                to[row + decision.action().index()] = 1;
                decided++;
            }
        }
        return decided;
    }
}
