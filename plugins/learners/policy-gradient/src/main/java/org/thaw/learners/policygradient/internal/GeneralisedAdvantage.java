package org.thaw.learners.policygradient.internal;

/**
 * Generalised advantage estimation (Schulman et al. 2016, eq. 16; Schulman et al. 2017, eq. 11 and 12) along one lane:
 * {@code δ_t = r_t + γ d_t V(s_{t+1}) − V(s_t)} and {@code A_t = δ_t + γλ d_t A_{t+1}}. Where an episode ended, nothing comes back from the next one:
 * {@code A_t = δ_t}, with d_t = 0 if it terminated, while the state in which it was cut off still counts with its value.
 */
final class GeneralisedAdvantage {
    private GeneralisedAdvantage() {
    }

    /**
     * Computes the advantages of {@code length} successive transitions, which begin at {@code at} in every array.
     *
     * @param discounts  d_t, of the steps that the transitions lead to
     * @param ends       whether such a step is the last of its episode
     * @param values     V(s_t)
     * @param nextValues V(s_{t+1}); not looked at where d_t is 0
     * @param advantages where to write A_t
     */
    static void compute(int at, int length, double[] rewards, double[] discounts, boolean[] ends, double[] values, double[] nextValues, double gamma,
            double lambda, double[] advantages) {
        double following = 0;
        for (int i = at + length - 1; i >= at; i--) {
            double next = discounts[i] == 0 ? 0 : nextValues[i];
            double delta = rewards[i] + gamma * discounts[i] * next - values[i];
            following = ends[i] ? delta : delta + gamma * lambda * discounts[i] * following;
            advantages[i] = following;
        }
    }
}
