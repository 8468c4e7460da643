package org.thaw.runtime.internal.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Data;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Agent;
import org.thaw.api.learner.Learner;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Predictor;
import org.thaw.api.learner.Transitions;
import org.thaw.api.metric.Event;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.internal.context.RunContext;
import org.thaw.runtime.internal.context.RunServices;
import org.thaw.runtime.internal.fault.Guard;
import org.thaw.runtime.internal.random.Streams;
import org.thaw.runtime.internal.state.Fingerprint;
import org.thaw.runtime.internal.state.Snapshot;

/** A learner in a role, with all that is its own: streams, lives, counters. Every call into the learner goes through here. */
final class Player implements AutoCloseable {
    private static final long NEVER = -1;

    private final String role;
    private final Binding binding;
    private final Signature signature;
    private final RunServices services;
    private final Streams streams;
    private final Measurements measurements;
    private final Guard guard;
    private final Learner learner;
    private final Map<String, Life> lives = new HashMap<>();
    private final Map<Integer, Long> passes = new HashMap<>();
    private final Stopwatch stopwatch = new Stopwatch();
    private Policy living;
    private Actor.Mode livingMode;
    private Cue livingCue;
    private String frozen = "";
    private long preparedAt = NEVER;
    private long step;
    private long samples;

    @SuppressWarnings("unchecked")
    Player(String role, Binding binding, Signature signature, RunServices services, Streams streams, Consumer<Event> events) {
        this.role = role;
        this.binding = binding;
        this.signature = signature;
        this.services = services;
        this.streams = streams;
        this.measurements = new Measurements(role, events);
        this.guard = new Guard(binding.plugin().label());
        Context context = new RunContext(services, streams, role, measurements::add);
        this.learner = guard.get("create", () -> ((LearnerFactory<Record, Learner>) binding.plugin().factory()).create(binding.configuration(), signature, context));
    }

    /** A copy of learner, lives and streams. Left alone, it goes on exactly as this one would. */
    Player fork(String as, Consumer<Event> events) {
        Snapshot knowledge = guard.get("save", () -> Snapshot.of(binding.plugin().state(), learner));
        Player copy = new Player(as, binding, signature, services, new Streams(streams), events);
        try {
            takeOver(copy, knowledge);
        } catch (Throwable e) {
            Closing.after(e, copy);
            throw e;
        }
        return copy;
    }

    private void takeOver(Player copy, Snapshot knowledge) {
        copy.guard.run("restore", () -> knowledge.restore(copy.learner));
        if (living != null) {
            copy.living = copyContext(copy.newPolicy(livingMode, livingCue));
            copy.livingMode = livingMode;
            copy.livingCue = livingCue;
            lives.forEach((environment, life) -> copy.lives.put(environment, life.fork(copy, copy.living)));
        }
        copy.streams.restore(streams.save());
        copy.passes.putAll(passes);
        copy.step = step;
        copy.samples = samples;
    }

    String role() {
        return role;
    }

    Guard guard() {
        return guard;
    }

    Signature signature() {
        return signature;
    }

    Streams streams() {
        return streams;
    }

    Binding binding() {
        return binding;
    }

    Stopwatch stopwatch() {
        return stopwatch;
    }

    Map<String, Life> lives() {
        return lives;
    }

    /** How many batches of a task's examples have been met, so that a later phase goes on in the same pass. */
    long batchesMet(int task) {
        return passes.getOrDefault(task, 0L);
    }

    void batchesMet(int task, long batches) {
        passes.put(task, batches);
    }

    long step() {
        return step;
    }

    long samples() {
        return samples;
    }

    /** So many examples or steps later. */
    void advance(long steps) {
        step += steps;
        measurements.at(step);
        if (!isFrozen()) {
            samples += steps;
        }
    }

    /** Counts data that was read again. */
    void countAgain(int rows) {
        samples += rows;
    }

    private Predictor predictor() {
        if (learner instanceof Predictor predictor) {
            return predictor;
        }
        throw guard.fault("this phase", "it is not a predictor, so it cannot learn from labelled examples");
    }

    boolean isAgent() {
        return learner instanceof Agent;
    }

    /** How many time steps an agent wants at once. */
    int horizon() {
        int horizon = guard.get("horizon", ((Agent) learner)::horizon);
        if (horizon < 1) {
            throw guard.fault("horizon", "it returned " + horizon + "; expected at least 1");
        }
        return horizon;
    }

    /** How often the knowledge has changed. */
    long updates() {
        return guard.get("updates", learner::updates);
    }

    /** The policy of all its learning phases: one lifetime. Where the cue changes, the context goes over to a policy that has the new one. */
    Policy living(Actor.Mode mode, Cue cue) {
        if (living == null || mode != livingMode || !cue.equals(livingCue)) {
            living = copyContext(newPolicy(mode, cue));
            livingMode = mode;
            livingCue = cue;
        }
        return living;
    }

    /** A policy with a fresh context. */
    Policy newPolicy(Actor.Mode mode, Cue cue) {
        if (learner instanceof Actor actor) {
            return guard.get("policy", () -> actor.policy(mode, cue));
        }
        throw guard.fault("this phase", "it is not an actor, so it cannot live in a world");
    }

    /** Gives a copy of the present life's context to another policy; leaves it fresh if there has been no life yet. */
    Policy copyContext(Policy to) {
        if (living != null) {
            Snapshot context = guard.get("save of the policy", () -> Snapshot.of(binding.plugin().state(), living));
            guard.run("restore of the policy", () -> context.restore(to));
        }
        return to;
    }

    void begin(Cue cue) {
        guard.run("begin", () -> learner.begin(cue));
    }

    void end(Cue cue, Data data) {
        guard.run("end", () -> learner.end(cue, data));
    }

    void learn(Tensor inputs, Tensor targets, Cue cue) {
        try {
            predictor().learn(inputs, targets, cue);
        } catch (Throwable e) {
            throw guard.fault("learn", e);
        }
    }

    void learn(Transitions transitions) {
        try {
            ((Agent) learner).learn(transitions);
        } catch (Throwable e) {
            throw guard.fault("learn", e);
        }
    }

    /** Derives what is not saved, if knowledge has changed since the last time. */
    void prepare() {
        if (preparedAt != updates()) {
            stopwatch.start(); // a cost of learning
            guard.run("prepare", learner::prepare);
            stopwatch.stop();
            preparedAt = updates();
        }
    }

    /** Predictions, checked for shape and for numbers that are none. */
    Tensor predict(Tensor inputs, Cue cue) {
        Tensor out = guard.get("predict", () -> predictor().predict(inputs, cue));
        int width = signature.output() instanceof Space.Categorical c ? c.count() : signature.output().size();
        if (out.type() != Tensor.Type.F32 || out.rank() < 1 || out.rows() != inputs.rows() || out.rowSize() != width) {
            throw guard.fault("predict", "it returned " + out + "; expected F32[" + inputs.rows() + ", " + width + "]");
        }
        float[] values = out.floats();
        for (int i = 0; i < values.length; i++) {
            if (Float.isNaN(values[i])) {
                throw guard.fault("predict", "it returned NaN for output " + i % width + " of example " + i / width + " of the batch");
            }
        }
        return out;
    }

    void flushMeasurements() {
        measurements.flush();
    }

    Fingerprint fingerprint() {
        return guard.get("save", () -> Fingerprint.of(learner));
    }

    boolean isFrozen() {
        return !frozen.isEmpty();
    }

    void freeze() {
        frozen = fingerprint().sha256();
    }

    /** Checks that a frozen learner still saves the same bytes. */
    void checkFrozen(String after) {
        if (isFrozen() && !fingerprint().sha256().equals(frozen)) {
            throw guard.fault(after, "it is frozen (role " + role + "), yet what it saves has changed; acting and predicting must not touch a learner's knowledge");
        }
    }

    @Override
    public void close() {
        List<Runnable> closings = new ArrayList<>();
        lives.values().forEach(life -> closings.add(life::close));
        closings.add(() -> guard.run("close", learner::close));
        Closing.all(closings);
    }
}
