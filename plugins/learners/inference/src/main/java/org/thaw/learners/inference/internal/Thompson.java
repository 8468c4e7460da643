package org.thaw.learners.inference.internal;

import java.util.List;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.environment.Step;

/**
 * Thompson sampling with beliefs {@code Beta(1 + S, 1 + n − S)} about arms that paid S in n pulls (Agrawal and Goyal 2012, algorithm 1). Members differ in
 * what older pulls count. Rewards are taken for shares of success: what lies outside of [0, 1] counts as the nearer end.
 */
final class Thompson implements Program {
    private final List<Double> retentions;
    private final int observations;
    private final int arms;

    Thompson(ProgramClass.Config config, Signature signature) {
        retentions = config.retentions();
        observations = ((Space.Categorical) signature.input()).count();
        arms = signature.choices();
    }

    @Override
    public int candidates() {
        return retentions.size();
    }

    @Override
    public String describe(int candidate) {
        return "thompson, retention " + retentions.get(candidate);
    }

    @Override
    public Execution begin() {
        return new Beliefs();
    }

    private final class Beliefs implements Execution {
        private final Pulls[] counts = new Pulls[retentions.size()];
        private final BestOfDraws[] draws = new BestOfDraws[retentions.size()];

        Beliefs() {
            for (int i = 0; i < counts.length; i++) {
                counts[i] = new Pulls(observations, arms, retentions.get(i));
                draws[i] = new BestOfDraws(arms);
            }
        }

        @Override
        public void clear() {
            for (Pulls pulls : counts) {
                pulls.clear();
            }
        }

        @Override
        public void learn(int observation, int action, Step to) {
            for (Pulls pulls : counts) {
                pulls.pulled(observation, action, Math.max(0, Math.min(1, to.reward())));
            }
        }

        @Override
        public void distribution(int candidate, Step step, double[] into) {
            Pulls pulls = counts[candidate];
            for (int arm = 0; arm < arms; arm++) {
                double paid = pulls.paid(step.state(), arm);
                // rounding must not take it below the prior
                draws[candidate].beta(arm, 1 + paid, 1 + Math.max(0, pulls.of(step.state(), arm) - paid));
            }
            draws[candidate].probabilities(step.legal(), into);
        }

        @Override
        public void save(StateWriter out) {
            for (int i = 0; i < counts.length; i++) {
                out.part("retention-" + i, counts[i]);
            }
        }

        @Override
        public void restore(StateReader in) {
            for (int i = 0; i < counts.length; i++) {
                in.part("retention-" + i, counts[i]);
            }
        }
    }
}
