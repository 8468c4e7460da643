package org.thaw.learners.inference.internal;

import java.util.List;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.environment.Step;

/**
 * UCB1 (Auer, Cesa-Bianchi and Fischer 2002, figure 1): the arm with the greatest {@code mean_j + scale √(2 ln n / n_j)}, arms that were never pulled
 * first. Members differ in the scale and in what older pulls count; those that differ in the scale alone share their counts.
 */
final class Ucb1 implements Program {
    private final List<Double> scales;
    private final List<Double> retentions;
    private final int observations;
    private final int arms;

    Ucb1(ProgramClass.Config config, Signature signature) {
        scales = config.scales();
        retentions = config.retentions();
        observations = ((Space.Categorical) signature.input()).count();
        arms = signature.choices();
    }

    @Override
    public int candidates() {
        return retentions.size() * scales.size();
    }

    @Override
    public String describe(int candidate) {
        return "ucb1, scale " + scales.get(candidate % scales.size()) + ", retention " + retentions.get(candidate / scales.size());
    }

    @Override
    public Execution begin() {
        return new Bounds();
    }

    private final class Bounds implements Execution {
        private final Pulls[] counts = new Pulls[retentions.size()];
        private final double[] scale = scales.stream().mapToDouble(Double::doubleValue).toArray();
        private final double[] bounds = new double[arms];

        Bounds() {
            for (int i = 0; i < counts.length; i++) {
                counts[i] = new Pulls(observations, arms, retentions.get(i));
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
                pulls.pulled(observation, action, to.reward());
            }
        }

        @Override
        public void distribution(int candidate, Step step, double[] into) {
            Pulls pulls = counts[candidate / scale.length];
            int observation = step.state();
            double ln = StrictMath.log(Math.max(1, pulls.ofAll(observation)));
            for (int arm = 0; arm < arms; arm++) {
                double n = pulls.of(observation, arm);
                bounds[arm] = n == 0 ? Double.POSITIVE_INFINITY : pulls.mean(observation, arm) + scale[candidate % scale.length] * Math.sqrt(2 * ln / n);
            }
            EpsilonGreedy.spread(bounds, 0, step.legal(), 0, into);
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
