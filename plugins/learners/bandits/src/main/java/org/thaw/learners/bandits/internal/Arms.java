package org.thaw.learners.bandits.internal;

import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.learner.Transitions;

/**
 * How often each arm was pulled and what it paid in all: everything that index policies and posteriors need. Each numbered observation has arms of its
 * own; a plain bandit has one observation. Older pulls may count for less: all counts of an observation are multiplied by what is retained
 * before a pull is added (Garivier and Moulines 2011, section 2.1).
 */
final class Arms {
    /** The format in which they are saved. */
    static final String STATE = "arm-counts:1";

    private final int arms;
    private final double retention;
    private final double[] pulls;
    private final double[] paid;
    private final Tensor savedPulls;
    private final Tensor savedPaid;
    private long updates;

    /** What is saved beside the counts. */
    public record Progress(long updates) {
    }

    Arms(String agent, Signature signature, double retention) {
        if (!(signature.input() instanceof Space.Categorical observations) || !(signature.output() instanceof Space.Categorical)) {
            throw new IllegalArgumentException(agent + " needs numbered observations and actions, not " + signature.input() + " and " + signature.output());
        }
        this.arms = signature.choices();
        this.retention = retention;
        this.pulls = new double[Math.multiplyExact(observations.count(), arms)];
        this.paid = new double[pulls.length];
        this.savedPulls = Tensor.of(pulls, observations.count(), arms);
        this.savedPaid = Tensor.of(paid, observations.count(), arms);
    }

    int count() {
        return arms;
    }

    double pulls(int observation, int arm) {
        return pulls[observation * arms + arm];
    }

    /** The sum of an arm's rewards. */
    double paid(int observation, int arm) {
        return paid[observation * arms + arm];
    }

    /** The mean reward of an arm; 0 before its first pull. */
    double mean(int observation, int arm) {
        return pulls(observation, arm) == 0 ? 0 : paid(observation, arm) / pulls(observation, arm);
    }

    /** The pulls of all arms together. */
    double allPulls(int observation) {
        double sum = 0;
        for (int arm = 0; arm < arms; arm++) {
            sum += pulls[observation * arms + arm];
        }
        return sum;
    }

    void learn(Transitions transitions) {
        for (int t = 0; t < transitions.length(); t++) {
            for (int lane = 0; lane < transitions.lanes(); lane++) {
                pulled(transitions.from(lane, t).state(), transitions.decision(lane, t).action().index(), transitions.to(lane, t).reward());
            }
        }
    }

    private void pulled(int observation, int arm, double reward) {
        int first = observation * arms;
        if (retention < 1) {
            for (int i = first; i < first + arms; i++) {
                pulls[i] *= retention;
                paid[i] *= retention;
            }
        }
        pulls[first + arm]++;
        paid[first + arm] += reward;
        updates++;
    }

    /** Whether every arm paid between 0 and 1 for each pull, as far as sums can tell, with what rounding may add. */
    boolean paidShares() {
        for (int i = 0; i < pulls.length; i++) {
            double rounding = 1e-9 * (1 + pulls[i]);
            if (!(paid[i] >= -rounding && paid[i] <= pulls[i] + rounding)) {
                return false;
            }
        }
        return true;
    }

    long updates() {
        return updates;
    }

    void save(StateWriter out) {
        out.tensor(StateKind.PARAMETER, "pulls", savedPulls);
        out.tensor(StateKind.PARAMETER, "paid", savedPaid);
        out.record(StateKind.OPTIMISER, "progress", new Progress(updates));
    }

    void restore(StateReader in) {
        in.into("pulls", savedPulls);
        in.into("paid", savedPaid);
        updates = in.record("progress", Progress.class).updates();
    }
}
