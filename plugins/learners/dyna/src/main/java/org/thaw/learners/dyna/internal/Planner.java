package org.thaw.learners.dyna.internal;

import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.environment.Step;
import org.thaw.api.learner.Agent;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Transitions;
import org.thaw.toolkit.control.EpsilonGreedy;
import org.thaw.toolkit.control.Exploration;
import org.thaw.toolkit.control.QTable;

/**
 * What agents with a table and a model share: they act ε-greedily, ties broken at random, take each transition into the model and then plan. What was
 * cut off counts as going on, what was terminated has nothing behind it: the model keeps the discount.
 */
abstract class Planner implements Agent {
    final QTable table;
    final Model model;
    final Context context;
    private final double stepSize;
    private final double discount;
    private final Exploration exploration;
    private long updates;

    Planner(String id, double stepSize, double discount, Exploration exploration, double initialValue, Signature signature, Context context) {
        this.table = new QTable(id, signature, initialValue);
        this.model = new Model(table.states(), table.actions());
        this.stepSize = stepSize;
        this.discount = discount;
        this.exploration = exploration;
        this.context = context;
    }

    /** Learns from a pair that was just tried, and plans. */
    abstract void plan(int pair);

    @Override
    public final void learn(Transitions transitions) {
        for (int t = 0; t < transitions.length(); t++) {
            for (int lane = 0; lane < transitions.lanes(); lane++) {
                Step from = transitions.from(lane, t);
                int pair = table.entry(from.state(), transitions.decision(lane, t).action().index());
                updates++;
                model.learn(from, pair, transitions.to(lane, t), updates);
                context.measure("td-error", Math.abs(error(pair, 0)));
                plan(pair);
            }
        }
    }

    /** r + γ d max Q(s', a') − Q(s, a), as the model has it, with a bonus on the reward. */
    final double error(int pair, double bonus) {
        int next = model.next(pair);
        double best = model.discount(pair) == 0 ? 0 : table.best(next, model.legal(), next * table.actions());
        return model.reward(pair) + bonus + discount * model.discount(pair) * best - table.value(pair);
    }

    /** Q(s, a) ← Q(s, a) + α [r + bonus + γ d max Q(s', a') − Q(s, a)]. */
    final void update(int pair, double bonus) {
        table.add(pair, stepSize * error(pair, bonus));
    }

    private double epsilon() {
        return exploration.at(updates);
    }

    @Override
    public final Policy policy(Mode mode, Cue cue) {
        return mode == Mode.EXPLORE ? new EpsilonGreedy(table, table.actions(), this::epsilon, context.random("exploration"))
                : EpsilonGreedy.greedy(table, table.actions(), context.random("exploitation"));
    }

    /** The number of real transitions so far, which is the time. */
    @Override
    public final long updates() {
        return updates;
    }

    @Override
    public void save(StateWriter out) {
        table.save(out, updates);
        model.save(out);
    }

    @Override
    public void restore(StateReader in) {
        updates = table.restore(in);
        model.restore(in);
    }
}
