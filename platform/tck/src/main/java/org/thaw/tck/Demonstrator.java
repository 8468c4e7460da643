package org.thaw.tck;

import org.thaw.api.Cue;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Step;
import org.thaw.api.learner.Agent;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Transitions;
import org.thaw.tck.host.HostContext;

/**
 * A teacher that really learns: ε-greedy Q-learning. Its state is the observation's number, or else the place of its greatest element. Its actions are numbered.
 */
final class Demonstrator implements Agent {
    private static final double STEP_SIZE = 0.5;
    private static final double DISCOUNT = 0.9;
    private static final float EPSILON = 0.1f;

    private final boolean tells;
    private final int actions;
    private final double[] table;
    private final RandomStream random;
    private long updates;

    /** @param tells whether it records its distribution with its actions */
    Demonstrator(Signature signature, HostContext host, boolean tells) {
        this.tells = tells;
        actions = signature.choices();
        int states = signature.input() instanceof Space.Categorical numbers ? numbers.count() : signature.input().size();
        table = new double[states * actions];
        random = host.random("demonstration");
    }

    private static int state(Step step) {
        Tensor seen = step.observation();
        if (seen.type() == Tensor.Type.I32) {
            return seen.ints()[0];
        }
        int greatest = 0;
        for (int i = 1; i < seen.size(); i++) {
            if (element(seen, i) > element(seen, greatest)) {
                greatest = i;
            }
        }
        return greatest;
    }

    private static float element(Tensor seen, int i) {
        return seen.type() == Tensor.Type.U8 ? seen.bytes()[i] & 0xff : seen.floats()[i];
    }

    private double best(Step step) {
        double best = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < actions; a++) {
            best = step.legal()[a] ? Math.max(best, table[state(step) * actions + a]) : best;
        }
        return best;
    }

    private float[] distribution(Step step) {
        double best = best(step);
        float legal = 0;
        float greedy = 0;
        for (int a = 0; a < actions; a++) {
            legal += step.legal()[a] ? 1 : 0;
            greedy += step.legal()[a] && table[state(step) * actions + a] == best ? 1 : 0;
        }
        float[] distribution = new float[actions];
        for (int a = 0; a < actions; a++) {
            if (step.legal()[a]) {
                distribution[a] = EPSILON / legal + (table[state(step) * actions + a] == best ? (1 - EPSILON) / greedy : 0);
            }
        }
        return distribution;
    }

    private void act(Step step, Decision decision) {
        float[] distribution = distribution(step);
        decision.choose(random.nextIndex(distribution, actions));
        if (tells) {
            decision.distribution(distribution);
        }
    }

    @Override
    public Policy policy(Mode mode, Cue cue) {
        return this::act;
    }

    @Override
    public void learn(Transitions transitions) {
        for (int t = 0; t < transitions.length(); t++) {
            Step next = transitions.to(0, t);
            int entry = state(transitions.from(0, t)) * actions + transitions.decision(0, t).action().index();
            double later = next.discount() == 0 ? 0 : DISCOUNT * next.discount() * best(next);
            table[entry] += STEP_SIZE * (next.reward() + later - table[entry]);
            updates++;
        }
    }

    @Override
    public long updates() {
        return updates;
    }

    @Override
    public void save(StateWriter out) {
        out.tensor(StateKind.PARAMETER, "table", Tensor.of(table, table.length));
    }

    @Override
    public void restore(StateReader in) {
        in.into("table", Tensor.of(table, table.length));
    }
}
