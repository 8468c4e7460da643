package org.thaw.learners.imitation.internal;

import java.util.Arrays;
import org.thaw.api.environment.Step;
import org.thaw.api.learner.Sequences;

/**
 * The optimal action of a bandit, in hindsight: the arm whose rewards have the highest mean over the whole window, the same for all its steps; arms that were
 * not pulled there do not count, and arms that are equally good share. Lee et al. 2023 are told the true optimum; a student here has recordings only.
 */
final class BestArm implements Targets {
    private final double[] paid;
    private final int[] pulls;

    BestArm(int arms) {
        paid = new double[arms];
        pulls = new int[arms];
    }

    @Override
    public int write(Sequences windows, int window, float[] to, int at) {
        int length = windows.length(window);
        int arms = pulls.length;
        Arrays.fill(to, at, at + length * arms, 0f);
        double best = count(windows, window, length);
        int shared = 0;
        for (int arm = 0; arm < arms; arm++) {
            shared += isBest(arm, best) ? 1 : 0;
        }
        if (shared == 0) {
            return 0;
        }
        int decided = 0;
        for (int t = 0; t < length; t++) {
            if (windows.decision(window, t).action().chosen()) {
                decided++;
                for (int arm = 0; arm < arms; arm++) {
                    to[at + t * arms + arm] = isBest(arm, best) ? 1f / shared : 0;
                }
            }
        }
        return decided;
    }

    /** Adds up what the arms paid; returns the highest mean. */
    private double count(Sequences windows, int window, int length) {
        Arrays.fill(paid, 0);
        Arrays.fill(pulls, 0);
        for (int t = 0; t < length; t++) {
            Step step = windows.step(window, t);
            if (!step.isFirst()) {
                paid[step.previousAction().index()] += step.reward();
                pulls[step.previousAction().index()]++;
            }
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int arm = 0; arm < pulls.length; arm++) {
            best = pulls[arm] > 0 ? Math.max(best, paid[arm] / pulls[arm]) : best;
        }
        return best;
    }

    private boolean isBest(int arm, double best) {
        return pulls[arm] > 0 && paid[arm] / pulls[arm] == best;
    }
}
