package org.thaw.learners.inference.internal;

import java.util.Arrays;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;

/** How often each arm was pulled in each observation, and what it paid; older pulls may count for less (Garivier and Moulines 2011). */
final class Pulls implements Stateful {
    private final int arms;
    private final double retention;
    private final double[] pulls;
    private final double[] paid;
    private final Tensor savedPulls;
    private final Tensor savedPaid;

    /** @param retention what is kept of a count at each later pull */
    Pulls(int observations, int arms, double retention) {
        this.arms = arms;
        this.retention = retention;
        pulls = new double[Math.multiplyExact(observations, arms)];
        paid = new double[pulls.length];
        savedPulls = Tensor.of(pulls, observations, arms);
        savedPaid = Tensor.of(paid, observations, arms);
    }

    void clear() {
        Arrays.fill(pulls, 0);
        Arrays.fill(paid, 0);
    }

    void pulled(int observation, int arm, double reward) {
        int first = observation * arms;
        if (retention < 1) {
            for (int i = first; i < first + arms; i++) {
                pulls[i] *= retention;
                paid[i] *= retention;
            }
        }
        pulls[first + arm]++;
        paid[first + arm] += reward;
    }

    double of(int observation, int arm) {
        return pulls[observation * arms + arm];
    }

    double paid(int observation, int arm) {
        return paid[observation * arms + arm];
    }

    double mean(int observation, int arm) {
        return of(observation, arm) == 0 ? 0 : paid(observation, arm) / of(observation, arm);
    }

    double ofAll(int observation) {
        double sum = 0;
        for (int arm = 0; arm < arms; arm++) {
            sum += of(observation, arm);
        }
        return sum;
    }

    @Override
    public void save(StateWriter out) {
        out.tensor(StateKind.MEMORY, "pulls", savedPulls);
        out.tensor(StateKind.MEMORY, "paid", savedPaid);
    }

    @Override
    public void restore(StateReader in) {
        in.into("pulls", savedPulls);
        in.into("paid", savedPaid);
    }
}
