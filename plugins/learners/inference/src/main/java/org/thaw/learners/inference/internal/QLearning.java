package org.thaw.learners.inference.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Step;
import org.thaw.toolkit.control.Exploration;

/**
 * Tabular Q-learning (Watkins and Dayan 1992, eq. 1): {@code Q(s, a) ← Q(s, a) + α [r + γ d max Q(s', a') − Q(s, a)]} over the legal actions a', d the
 * discount of s', ε-greedy. The actions of a recorded life are given, so ε changes nothing in the table: members that differ in it alone share one.
 */
final class QLearning implements Program {
    /** What a table is made by. */
    record Rule(double stepSize, double discount, double initialValue) {
    }

    private final List<Rule> rules = new ArrayList<>();
    private final List<Exploration> schedules = new ArrayList<>();
    private final int observations;
    private final int actions;

    QLearning(ProgramClass.Config config, Signature signature) {
        observations = ((Space.Categorical) signature.input()).count();
        actions = signature.choices();
        for (double stepSize : config.stepSizes()) {
            for (double discount : config.discounts()) {
                for (double initial : config.initialValues()) {
                    rules.add(new Rule(stepSize, discount, initial));
                }
            }
        }
        for (double epsilon : config.epsilons()) {
            schedules.add(new Exploration(epsilon, epsilon, 0));
            for (long decay : config.decaySteps()) {
                for (double last : config.finalEpsilons()) {
                    if (last < epsilon) {
                        schedules.add(new Exploration(epsilon, last, decay));
                    }
                }
            }
        }
    }

    @Override
    public int candidates() {
        return rules.size() * schedules.size();
    }

    @Override
    public String describe(int candidate) {
        Rule rule = rules.get(candidate / schedules.size());
        Exploration schedule = schedules.get(candidate % schedules.size());
        String epsilon = schedule.decaySteps() == 0 ? "" + schedule.epsilon()
                : schedule.epsilon() + " to " + schedule.finalEpsilon() + " in " + schedule.decaySteps() + " steps";
        return "tabular-q, step size " + rule.stepSize() + ", discount " + rule.discount() + ", initial value " + rule.initialValue() + ", epsilon " + epsilon;
    }

    @Override
    public Execution begin() {
        return new Tables();
    }

    /** What is saved beside the tables. */
    public record Lived(long transitions) {
    }

    private final class Tables implements Execution {
        private final int cells = Math.multiplyExact(observations, actions);
        /** [rule, observation, action]. */
        private final double[] values = new double[Math.multiplyExact(rules.size(), cells)];
        private final Tensor saved = Tensor.of(values, rules.size(), observations, actions);
        private long transitions;

        Tables() {
            clear();
        }

        @Override
        public void clear() {
            transitions = 0;
            for (int i = 0; i < rules.size(); i++) {
                Arrays.fill(values, i * cells, (i + 1) * cells, rules.get(i).initialValue());
            }
        }

        @Override
        public void learn(int observation, int action, Step to) {
            for (int i = 0; i < rules.size(); i++) {
                Rule rule = rules.get(i);
                int entry = i * cells + observation * actions + action;
                double error = to.reward() + rule.discount() * to.discount() * best(i * cells, to) - values[entry];
                values[entry] += rule.stepSize() * error;
            }
            transitions++;
        }

        /** The value of the best legal action of a step; 0 where nothing can follow. */
        private double best(int table, Step step) {
            double best = Double.NEGATIVE_INFINITY;
            for (int a = 0; a < actions && step.discount() > 0; a++) {
                if (step.legal()[a]) {
                    best = Math.max(best, values[table + step.state() * actions + a]);
                }
            }
            return best == Double.NEGATIVE_INFINITY ? 0 : best;
        }

        @Override
        public void distribution(int candidate, Step step, double[] into) {
            int table = candidate / schedules.size() * cells;
            double epsilon = schedules.get(candidate % schedules.size()).at(transitions);
            EpsilonGreedy.spread(values, table + step.state() * actions, step.legal(), epsilon, into);
        }

        @Override
        public void save(StateWriter out) {
            out.tensor(StateKind.MEMORY, "tables", saved);
            out.record(StateKind.MEMORY, "lived", new Lived(transitions));
        }

        @Override
        public void restore(StateReader in) {
            in.into("tables", saved);
            transitions = in.record("lived", Lived.class).transitions();
        }
    }
}
