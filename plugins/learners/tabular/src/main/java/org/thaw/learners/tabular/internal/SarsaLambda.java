package org.thaw.learners.tabular.internal;

import java.util.Arrays;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Step;
import org.thaw.api.learner.Agent;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Transitions;
import org.thaw.toolkit.control.ActionValues;
import org.thaw.toolkit.control.EpsilonGreedy;
import org.thaw.toolkit.control.Exploration;
import org.thaw.toolkit.control.QTable;

/**
 * Sarsa(λ) with binary or real features (Sutton and Barto 2018, section 12.7; Rummery and Niranjan 1994). With w the weights, x the features of
 * (s, a), x' those of the next state and the action that is really chosen there, z the traces and d the discount of the step:
 *
 * <pre>
 * δ = r + γ d w·x' − w·x
 * accumulating   z ← γ λ d z + x                        w ← w + α δ z
 * replacing      z ← γ λ d z, then z_i ← x_i ≠ 0        w ← w + α δ z        (Singh and Sutton 1996)
 * dutch          z ← γ λ d z + (1 − α γ λ d z·x) x      w ← w + α (δ + w·x − Q_old) z − α (w·x − Q_old) x,  Q_old ← w·x'
 * </pre>
 *
 * The last is true online Sarsa(λ) (van Seijen et al. 2016). An update waits for the next action, so it is made one step later; one at an episode's end
 * is made at once: nothing follows a termination, and where an episode was cut off, the next value is what the ε-greedy policy expects (eq. 6.9). A
 * transition after which a life breaks off without a last step is not learned from.
 *
 * <p>The plugin {@code sarsa-lambda} has a feature for each numbered observation: a table. {@link LinearSarsa} brings others.
 */
public final class SarsaLambda implements Agent {
    /** How traces grow. */
    public enum Trace {
        /** A visit adds to what is left of earlier ones. */ ACCUMULATING,
        /** A visit counts 1 whatever was before. */ REPLACING,
        /** Between the two, so that learning online equals the λ-return exactly. */ DUTCH
    }

    private final Rule rule;
    private final Features features;
    private final Context context;
    private final int actions;
    private final double[] weights;
    private final Tensor table;
    private final Unfinished[] lanes;
    private final Active seen;
    private final double[] estimates;
    private long updates;

    /** Hyperparameters, whatever the features. */
    record Rule(double stepSize, double discount, double lambda, Trace trace, Exploration exploration, double initialValue) {
    }

    SarsaLambda(Rule rule, Features features, Signature signature, Context context) {
        this.rule = rule;
        this.features = features;
        this.context = context;
        this.actions = signature.choices();
        this.weights = new double[Math.multiplyExact(features.count(), actions)];
        this.table = Tensor.of(weights, features.count(), actions);
        this.lanes = new Unfinished[signature.lanes()];
        this.seen = new Active(features.most());
        this.estimates = new double[actions];
        Arrays.fill(weights, rule.initialValue());
        Arrays.setAll(lanes, lane -> new Unfinished(weights.length, features.most()));
    }

    @Override
    public void learn(Transitions transitions) {
        for (int t = 0; t < transitions.length(); t++) {
            for (int lane = 0; lane < transitions.lanes(); lane++) {
                live(lanes[lane], transitions.from(lane, t), transitions.decision(lane, t).action().index(), transitions.to(lane, t));
            }
        }
    }

    private void live(Unfinished life, Step from, int action, Step to) {
        features.of(from, seen);
        if (from.isFirst()) {
            life.begin();
        } else if (life.waiting) {
            update(life, value(seen, action));
        }
        life.wait(seen, from, action, to);
        if (to.isLast()) {
            update(life, to.discount() == 0 ? 0 : expected(to));
            life.begin();
        }
        updates++;
    }

    /** The update that was waiting. */
    private void update(Unfinished life, double next) {
        Active x = life.features;
        Traces z = life.traces;
        double value = value(x, life.action);
        double error = life.reward + rule.discount() * life.discount * next - value;
        double decay = rule.discount() * rule.lambda() * life.arrival;
        // of Dutch traces alone
        double fresh = rule.trace() == Trace.DUTCH ? 1 - rule.stepSize() * decay * overlap(z, x, life.action) : 1;
        double drift = rule.trace() == Trace.DUTCH ? value - life.oldValue : 0;
        z.decay(decay);
        for (int i = 0; i < x.count; i++) {
            int weight = x.index[i] * actions + life.action;
            if (rule.trace() == Trace.REPLACING) {
                z.set(weight, x.value[i]);
            } else {
                z.add(weight, fresh * x.value[i]);
            }
        }
        z.addTo(weights, rule.stepSize() * (error + drift));
        if (drift != 0) {
            for (int i = 0; i < x.count; i++) {
                weights[x.index[i] * actions + life.action] -= rule.stepSize() * drift * x.value[i];
            }
        }
        life.oldValue = next;
        life.waiting = false;
        context.measure("td-error", Math.abs(error));
    }

    /** z·x. */
    private double overlap(Traces z, Active x, int action) {
        double sum = 0;
        for (int i = 0; i < x.count; i++) {
            sum += z.get(x.index[i] * actions + action) * x.value[i];
        }
        return sum;
    }

    /** w·x(s, a). */
    private double value(Active x, int action) {
        double sum = 0;
        for (int i = 0; i < x.count; i++) {
            sum += weights[x.index[i] * actions + action] * x.value[i];
        }
        return sum;
    }

    /** w·x(s, a) for every action. */
    void values(Step step, double[] into) {
        features.of(step, seen);
        for (int a = 0; a < actions; a++) {
            into[a] = value(seen, a);
        }
    }

    /** What the ε-greedy policy expects of a step. */
    private double expected(Step step) {
        values(step, estimates);
        double best = Double.NEGATIVE_INFINITY;
        double sum = 0;
        int count = 0;
        for (int a = 0; a < actions; a++) {
            if (step.legal()[a]) {
                best = Math.max(best, estimates[a]);
                sum += estimates[a];
                count++;
            }
        }
        return count == 0 ? 0 : epsilon() * sum / count + (1 - epsilon()) * best;
    }

    private double epsilon() {
        return rule.exploration().at(updates);
    }

    @Override
    public Policy policy(Mode mode, Cue cue) {
        ActionValues values = this::values;
        RandomStream random = context.random(mode == Mode.EXPLORE ? "exploration" : "exploitation");
        return mode == Mode.EXPLORE ? new EpsilonGreedy(values, actions, this::epsilon, random) : EpsilonGreedy.greedy(values, actions, random);
    }

    @Override
    public long updates() {
        return updates;
    }

    @Override
    public void save(StateWriter out) {
        out.tensor(StateKind.PARAMETER, "table", table);
        out.record(StateKind.OPTIMISER, "progress", new QTable.Progress(updates));
        for (int lane = 0; lane < lanes.length; lane++) {
            lanes[lane].save(out.in("lane-" + lane));
        }
    }

    @Override
    public void restore(StateReader in) {
        in.into("table", table);
        updates = in.record("progress", QTable.Progress.class).updates();
        for (int lane = 0; lane < lanes.length; lane++) {
            lanes[lane].begin();
            // a table of another agent comes without
            StateReader life = in.in("lane-" + lane);
            if (life.has("waiting")) {
                lanes[lane].restore(life);
            }
        }
    }

    /**
     * Hyperparameters of the table.
     *
     * @param stepSize     α
     * @param discount     γ
     * @param lambda       λ
     * @param traces       how traces grow
     * @param epsilon      probability of a random action at the start
     * @param finalEpsilon that probability after the decay
     * @param decaySteps   number of transitions over which it goes linearly from the one to the other; 0 keeps the first
     * @param initialValue what every entry of the table starts from
     */
    public record Config(
            @Parameter(value = "step size α", byDefault = "0.1", range = "(0,1]") double stepSize,
            @Parameter(value = "discount γ of later rewards", byDefault = "0.99", range = "[0,1]") double discount,
            @Parameter(value = "decay λ of the traces; 0: one-step Sarsa", byDefault = "0.9", range = "[0,1]",
                    source = "Sutton and Barto 2018, example 7.4 and figure 12.10: between one step and all of them") double lambda,
            @Parameter(value = "how traces grow; dutch is true online Sarsa(λ)", byDefault = "replacing",
                    source = "Singh and Sutton 1996") Trace traces,
            @Parameter(value = "probability ε of a random action, at the start", byDefault = "0.1", range = "[0,1]") double epsilon,
            @Parameter(value = "ε after the decay", byDefault = "0.01", range = "[0,1]") double finalEpsilon,
            @Parameter(value = "transitions over which ε goes linearly to its final value; 0: ε stays as it is", byDefault = "0",
                    range = "[0,*)") long decaySteps,
            @Parameter(value = "value that every entry of the table starts from; above what can be earned it drives exploration",
                    byDefault = "0") double initialValue) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "sarsa-lambda", summary = "Sarsa(λ) over a table, for numbered observations and actions.",
            source = "Sutton and Barto 2018, section 12.7", state = QTable.WITH_TRACES, accepts = {QTable.STATE, QTable.WITH_MODEL, QTable.WITH_QUEUE})
    public static final class Factory implements LearnerFactory<Config, SarsaLambda> {
        @Override
        public SarsaLambda create(Config c, Signature signature, Context context) {
            QTable shape = new QTable("sarsa-lambda", signature, 0);
            Exploration exploration = new Exploration(c.epsilon(), c.finalEpsilon(), c.decaySteps());
            return new SarsaLambda(new Rule(c.stepSize(), c.discount(), c.lambda(), c.traces(), exploration, c.initialValue()), new OneHot(shape.states()),
                    signature, context);
        }
    }
}
