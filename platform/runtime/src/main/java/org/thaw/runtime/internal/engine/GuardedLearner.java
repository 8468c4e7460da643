package org.thaw.runtime.internal.engine;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateId;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Data;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Agent;
import org.thaw.api.learner.Costed;
import org.thaw.api.learner.Inspectable;
import org.thaw.api.learner.Learner;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Predictor;
import org.thaw.api.learner.Sequences;
import org.thaw.api.learner.Student;
import org.thaw.api.learner.Transitions;
import org.thaw.api.metric.Event;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.internal.fault.Calls;
import org.thaw.runtime.internal.fault.Guard;
import org.thaw.runtime.internal.state.Fingerprint;
import org.thaw.runtime.internal.state.Snapshot;
import org.thaw.runtime.run.SwapRefusedException;

/** A learner whose every call is guarded: what it throws names it, what it returns is checked, and so is that it leaves the host's buffers alone. */
final class GuardedLearner implements AutoCloseable {
    private final Binding binding;
    private final Signature signature;
    private final Guard guard;
    private final Learner learner;
    private final Calls.Call learn;
    private final Calls.Call predict;
    private final Calls.Call study;
    private final Seal seal = new Seal();

    /** Makes one. */
    @SuppressWarnings("unchecked")
    GuardedLearner(Binding binding, Signature signature, Guard guard, Context context) {
        this.binding = binding;
        this.signature = signature;
        this.guard = guard;
        this.learn = guard.call("learn");
        this.predict = guard.call("predict");
        this.study = guard.call("study");
        this.learner = guard.get("create", () -> ((LearnerFactory<Record, Learner>) binding.plugin().factory()).create(binding.configuration(), signature, context));
    }

    Binding binding() {
        return binding;
    }

    Guard guard() {
        return guard;
    }

    boolean isAgent() {
        return learner instanceof Agent;
    }

    boolean isPredictor() {
        return learner instanceof Predictor;
    }

    boolean isStudent() {
        return learner instanceof Student;
    }

    /** @throws SwapRefusedException if it cannot take the place of another, being of another kind */
    void checkReplaces(GuardedLearner old) {
        if (isPredictor() != old.isPredictor() || isAgent() != old.isAgent() || isStudent() != old.isStudent()) {
            throw new SwapRefusedException(binding.plugin().label() + " is another kind of learner than " + old.binding.plugin().label()
                    + ": predictors take the place of predictors, agents that of agents, and students that of students");
        }
    }

    /** Itself, unguarded, if it can be looked into. */
    Optional<Inspectable> inspectable() {
        return learner instanceof Inspectable inspectable ? Optional.of(inspectable) : Optional.empty();
    }

    /** What it says that it computes, if it can tell. */
    Optional<Event.Computed> computed(String role, long step, int task) {
        return learner instanceof Costed costed ? Optional.of(new Event.Computed(role, step, task, flops("flopsPerDecision", costed::flopsPerDecision), flops("flopsPerUpdate", costed::flopsPerUpdate)))
                : Optional.empty();
    }

    private long flops(String call, Supplier<Long> asked) {
        long answer = guard.get(call, asked);
        if (answer < 1) {
            throw guard.fault(call, "it returned " + answer + "; expected at least 1: a learner that cannot tell does not implement Costed");
        }
        return answer;
    }

    /** How many time steps an agent wants at once. */
    int horizon() {
        return atLeastOne("horizon", ((Agent) learner)::horizon);
    }

    private int atLeastOne(String call, Supplier<Integer> asked) {
        int answer = guard.get(call, asked);
        if (answer < 1) {
            throw guard.fault(call, "it returned " + answer + "; expected at least 1");
        }
        return answer;
    }

    /** How many steps a student's windows have. */
    int window() {
        return atLeastOne("window", student()::window);
    }

    /** How many windows a student studies at once. */
    int batch() {
        return atLeastOne("batch", student()::batch);
    }

    /** How many steps an unfrozen student lives before it studies again. */
    int interval() {
        return atLeastOne("interval", student()::interval);
    }

    private Student student() {
        if (learner instanceof Student student) {
            return student;
        }
        throw guard.fault("this phase", "it is asked to study, but it is not a student");
    }

    /** How often the knowledge has changed. */
    long updates() {
        return guard.get("updates", learner::updates);
    }

    /** A policy with a fresh context. */
    Policy policy(Actor.Mode mode, Cue cue) {
        if (learner instanceof Actor actor) {
            return guard.get("policy", () -> actor.policy(mode, cue));
        }
        throw guard.fault("this phase", "it is not an actor, so it cannot live in a world");
    }

    /** A task begins; what the cue keeps back is not passed on. */
    void begin(Cue cue) {
        if (cue.tellsBoundaries()) {
            guard.run("begin", () -> learner.begin(cue));
        }
    }

    /** It ends; the same holds. */
    void end(Cue cue, Data data) {
        if (cue.tellsBoundaries()) {
            guard.run("end", () -> learner.end(cue, data));
        }
    }

    void prepare() {
        guard.run("prepare", learner::prepare);
    }

    void learn(Tensor inputs, Tensor targets, Cue cue) {
        if (!(learner instanceof Predictor predictor)) {
            throw notAPredictor();
        }
        boolean sealed = seal.closes(inputs, targets);
        guard.enter(learn);
        try {
            predictor.learn(inputs, targets, cue);
        } catch (Throwable e) {
            throw guard.fault("learn", e);
        }
        if (sealed && seal.broken(inputs, targets)) {
            throw guard.fault("learn", "it has written into the batch that the host lent it; a learner that wants to change inputs or targets copies them first");
        }
    }

    void learn(Transitions transitions) {
        guard.enter(learn);
        try {
            ((Agent) learner).learn(transitions);
        } catch (Throwable e) {
            throw guard.fault("learn", e);
        }
    }

    void study(Sequences windows) {
        Student student = student();
        guard.enter(study);
        try {
            student.study(windows);
        } catch (Throwable e) {
            throw guard.fault("study", e);
        }
    }

    /** Predictions, checked for shape and for numbers that are none. */
    Tensor predict(Tensor inputs, Cue cue) {
        if (!(learner instanceof Predictor predictor)) {
            throw notAPredictor();
        }
        boolean sealed = seal.closes(inputs, inputs);
        guard.enter(predict);
        Tensor out;
        try {
            out = predictor.predict(inputs, cue);
        } catch (Throwable e) {
            throw guard.fault("predict", e);
        }
        if (sealed && seal.broken(inputs, inputs)) {
            throw guard.fault("predict", "it has written into the inputs that the host lent it; a learner that wants to change them copies them first");
        }
        check(out, inputs.rows());
        return out;
    }

    private void check(Tensor out, int rows) {
        int width = signature.output() instanceof Space.Categorical c ? c.count() : signature.output().size();
        if (out == null || out.type() != Tensor.Type.F32 || out.rank() < 1 || out.rows() != rows || out.rowSize() != width) {
            throw guard.fault("predict", "it returned " + out + "; expected F32[" + rows + ", " + width + "]");
        }
        float[] values = out.floats();
        for (int i = 0; i < values.length; i++) {
            if (Float.isNaN(values[i])) {
                throw guard.fault("predict", "it returned NaN for output " + i % width + " of example " + i / width + " of the batch");
            }
        }
    }

    private RuntimeException notAPredictor() {
        return guard.fault("this phase", "it is not a predictor, so it cannot learn from labelled examples");
    }

    /** The format in which it saves. */
    StateId stateId() {
        return binding.plugin().state();
    }

    Snapshot snapshot() {
        return guard.get("save", () -> Snapshot.of(stateId(), learner));
    }

    void save(StateWriter out) {
        guard.run("save", () -> learner.save(out));
    }

    /** Hands saved state to the learner. */
    void restore(Consumer<Stateful> state) {
        guard.run("restore", () -> state.accept(learner));
    }

    Fingerprint fingerprint() {
        return guard.get("save", () -> Fingerprint.of(learner));
    }

    @Override
    public void close() {
        guard.run("close", learner::close);
    }
}
