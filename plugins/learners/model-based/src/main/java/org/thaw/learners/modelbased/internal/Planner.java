package org.thaw.learners.modelbased.internal;

import java.util.Arrays;

/**
 * Planning in abstract states (Oh, Singh and Lee 2017, algorithm 1). The value of an action by looking d steps ahead,
 *
 * <pre>{@code
 * Q¹(s, a) = r + γ c V(s')
 * Qᵈ(s, a) = r + γ c [ 1/d V(s') + (d − 1)/d max_a' Qᵈ⁻¹(s', a') ],
 * }</pre>
 *
 * in which a' runs over the b actions of highest Q¹(s', a'). What is legal in an imagined state is not known: there all actions count.
 */
final class Planner {
    private final LatentModel model;
    private final int depth;
    private final int branches;
    private final double discount;
    private final int actions;
    private final Level[] levels;
    private final double[] root;

    /** What is imagined one step after a state, for each action. */
    private static final class Level {
        final float[] states;
        final double[] rewards;
        final double[] discounts;
        final double[] values;
        final boolean[] followed;

        Level(int actions, int latent) {
            states = new float[actions * latent];
            rewards = new double[actions];
            discounts = new double[actions];
            values = new double[actions];
            followed = new boolean[actions];
        }

        double oneStep(int action) {
            return rewards[action] + discounts[action] * values[action];
        }
    }

    /** One that reads a model as it changes; {@code branches} 0: all. */
    Planner(LatentModel model, int depth, int branches, double discount) {
        this.model = model;
        this.depth = depth;
        this.discount = discount;
        actions = model.actions();
        this.branches = branches == 0 ? actions : Math.min(branches, actions);
        levels = new Level[depth];
        Arrays.setAll(levels, i -> new Level(actions, model.latent()));
        root = new double[actions];
    }

    /** Qᵈ(s, ·) for the abstract state at {@code states[at …]}: a buffer, valid until the next call. */
    double[] values(float[] states, int at) {
        expand(levels[0], states, at);
        for (int a = 0; a < actions; a++) {
            root[a] = value(0, a, depth);
        }
        return root;
    }

    /** Qᵈ of an action whose outcome stands at this level. */
    private double value(int level, int action, int steps) {
        Level here = levels[level];
        if (steps == 1) {
            return here.oneStep(action);
        }
        double further = best(level + 1, here.states, action * model.latent(), steps - 1);
        return here.rewards[action] + here.discounts[action] * (here.values[action] + (steps - 1) * further) / steps;
    }

    /** max Qᵈ of a state over the b best actions. */
    private double best(int level, float[] states, int at, int steps) {
        Level here = levels[level];
        expand(here, states, at);
        Arrays.fill(here.followed, false);
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < (steps == 1 ? 1 : branches); i++) {
            int next = -1;
            for (int a = 0; a < actions; a++) {
                if (!here.followed[a] && (next < 0 || here.oneStep(a) > here.oneStep(next))) {
                    next = a;
                }
            }
            here.followed[next] = true;
            best = Math.max(best, value(level, next, steps));
        }
        return best;
    }

    /** Imagines all actions of one state. */
    private void expand(Level to, float[] states, int at) {
        int latent = model.latent();
        float[] outcomes = model.core().forward(states, at, 1);
        for (int a = 0; a < actions; a++) {
            int from = a * model.stride();
            for (int i = 0; i < latent; i++) {
                to.states[a * latent + i] = states[at + i] + outcomes[from + i];
            }
            to.rewards[a] = outcomes[from + latent];
            to.discounts[a] = discount * LatentModel.sigmoid(outcomes[from + latent + 1]);
        }
        float[] values = model.value().forward(to.states, actions);
        for (int a = 0; a < actions; a++) {
            to.values[a] = values[a];
        }
    }
}
