package org.thaw.learners.imitation.internal;

/**
 * Advantages over whole lifetimes (Duan et al. 2016, section 2.2): the end of an episode does not end the trial, so what is earned in later episodes counts
 * for the actions of earlier ones. Generalised advantage estimation (Schulman et al. 2016, eq. 16) over the steps that were acted in:
 * {@code δ_t = r_t + γ V_{t+1} − V_t} and {@code A_t = δ_t + γλ A_{t+1}}, t + 1 being the next such step whatever its episode.
 */
final class Lifetimes {
    private final double discount;
    private final double lambda;
    private final boolean bootstrap;

    /**
     * @param discount  γ
     * @param bootstrap whether the value of the step at which a trial ends counts; if not, nothing follows
     */
    Lifetimes(double discount, double lambda, boolean bootstrap) {
        this.discount = discount;
        this.lambda = lambda;
        this.bootstrap = bootstrap;
    }

    /** Writes the advantages of a trial's tokens that were acted in; values and advantages are numbered like the tokens. */
    void advantages(Trials trials, int trial, double[] values, double[] advantages) {
        int last = trials.begin(trial + 1) - 1;
        double next = bootstrap ? values[last] : 0;
        double following = 0;
        for (int row = last; row >= trials.begin(trial); row--) {
            if (trials.decided(row)) {
                following = trials.reward(row) + discount * next - values[row] + discount * lambda * following;
                advantages[row] = following;
                next = values[row];
            }
        }
    }
}
