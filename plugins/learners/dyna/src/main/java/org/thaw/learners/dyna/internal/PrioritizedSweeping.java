package org.thaw.learners.dyna.internal;

import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.toolkit.control.Exploration;
import org.thaw.toolkit.control.QTable;

/**
 * Prioritized sweeping for deterministic worlds (Moore and Atkeson 1993; Peng and Williams 1993; as in Sutton and Barto 2018, section 8.4): a pair
 * whose value would change by more than θ is put into a queue, by how much. After each real transition the first of the queue is updated, n times or
 * until the queue is empty, and all pairs that are predicted to lead to its state are looked at in turn.
 */
public final class PrioritizedSweeping extends Planner {
    private final int planningSteps;
    private final double threshold;
    private final Queue queue;
    private final Predecessors predecessors;

    /**
     * Hyperparameters.
     *
     * @param stepSize      α
     * @param discount      γ
     * @param planningSteps n
     * @param threshold     θ
     * @param epsilon       probability of a random action at the start
     * @param finalEpsilon  that probability after the decay
     * @param decaySteps    number of transitions over which it goes linearly from the one to the other; 0 keeps the first
     * @param initialValue  what every entry of the table starts from
     */
    public record Config(
            @Parameter(value = "step size α; a deterministic world needs no averaging", byDefault = "1", range = "(0,1]") double stepSize,
            @Parameter(value = "discount γ of later rewards", byDefault = "0.95", range = "[0,1]", source = "Sutton and Barto 2018, example 8.1") double discount,
            @Parameter(value = "updates from the queue after each step, n, at most", byDefault = "5", range = "[1,*)",
                    source = "Peng and Williams 1993") int planningSteps,
            @Parameter(value = "θ: changes of a value that are not worth an update", byDefault = "0.0001", range = "[0,*)") double threshold,
            @Parameter(value = "probability ε of a random action, at the start", byDefault = "0.1", range = "[0,1]",
                    source = "Sutton and Barto 2018, example 8.1") double epsilon,
            @Parameter(value = "ε after the decay", byDefault = "0.01", range = "[0,1]") double finalEpsilon,
            @Parameter(value = "transitions over which ε goes linearly to its final value; 0: ε stays as it is", byDefault = "0",
                    range = "[0,*)") long decaySteps,
            @Parameter(value = "value that every entry of the table starts from", byDefault = "0",
                    source = "Sutton and Barto 2018, example 8.1") double initialValue) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "prioritized-sweeping",
            summary = "Planning with a learned deterministic model, backwards from wherever values change most.",
            source = "Moore and Atkeson 1993; Sutton and Barto 2018, section 8.4", state = QTable.WITH_QUEUE,
            accepts = {QTable.STATE, QTable.WITH_TRACES, QTable.WITH_MODEL})
    public static final class Factory implements LearnerFactory<Config, PrioritizedSweeping> {
        @Override
        public PrioritizedSweeping create(Config configuration, Signature signature, Context context) {
            return new PrioritizedSweeping(configuration, signature, context);
        }
    }

    private PrioritizedSweeping(Config c, Signature signature, Context context) {
        super("prioritized-sweeping", c.stepSize(), c.discount(), new Exploration(c.epsilon(), c.finalEpsilon(), c.decaySteps()), c.initialValue(), signature,
                context);
        planningSteps = c.planningSteps();
        threshold = c.threshold();
        queue = new Queue(table.states(), table.actions());
        predecessors = new Predecessors(table.states(), table.actions());
    }

    @Override
    void plan(int pair) {
        predecessors.lead(pair, model.next(pair));
        consider(pair);
        for (int n = 0; n < planningSteps && !queue.isEmpty(); n++) {
            int first = queue.poll();
            update(first, 0);
            int state = model.state(first);
            for (int before = predecessors.first(state); before != Predecessors.NONE; before = predecessors.next(before)) {
                consider(before);
            }
        }
    }

    private void consider(int pair) {
        double priority = Math.abs(error(pair, 0));
        if (priority > threshold) {
            queue.offer(pair, priority);
        }
    }

    @Override
    public void save(StateWriter out) {
        super.save(out);
        queue.save(out);
    }

    @Override
    public void restore(StateReader in) {
        super.restore(in);
        queue.restore(in);
        predecessors.rebuild(model);
    }
}
