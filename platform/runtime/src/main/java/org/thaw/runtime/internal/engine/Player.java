package org.thaw.runtime.internal.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.StateId;
import org.thaw.api.StateWriter;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Policy;
import org.thaw.api.metric.Event;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.internal.checkpoint.Cues;
import org.thaw.runtime.internal.checkpoint.Positions;
import org.thaw.runtime.internal.checkpoint.RunState;
import org.thaw.runtime.internal.context.RunContext;
import org.thaw.runtime.internal.context.RunServices;
import org.thaw.runtime.internal.fault.Guard;
import org.thaw.runtime.internal.random.Streams;
import org.thaw.runtime.internal.state.Fingerprint;
import org.thaw.runtime.internal.state.Snapshot;
import org.thaw.runtime.internal.state.StateFile;
import org.thaw.runtime.run.SwapRefusedException;

/** A learner in a role, with all that is the role's own: streams, lives, counters. Another learner can take its place. */
final class Player implements AutoCloseable {
    private static final long NEVER = -1;

    private final String role;
    private final String origin;
    private final Signature signature;
    private final RunServices services;
    private final Streams streams;
    private final Measurements measurements;
    private final Map<String, Life> lives = new LinkedHashMap<>();
    private final Map<Integer, Long> passes = new TreeMap<>();
    private final Stopwatch stopwatch = new Stopwatch();
    private final Probe probe = new Probe();
    private volatile GuardedLearner learner;
    private Policy living;
    private Actor.Mode livingMode = Actor.Mode.EXPLORE;
    private Cue livingCue = Cue.none();
    private String frozen = "";
    private long preparedAt = NEVER;
    private long step;
    private long samples;

    /**
     * A player of a role.
     *
     * @param origin the role of the plan that it was copied from, or its own
     */
    Player(String role, String origin, Binding binding, Signature signature, RunServices services, Streams streams, Consumer<Event> events) {
        this.role = role;
        this.origin = origin;
        this.signature = signature;
        this.services = services;
        this.streams = streams;
        this.measurements = new Measurements(role, events);
        this.learner = make(binding);
    }

    private GuardedLearner make(Binding binding) {
        return new GuardedLearner(binding, signature, services.guard(binding), new RunContext(services, streams, role, measurements::add));
    }

    /** A copy of learner, lives and streams. Left alone, it goes on exactly as this one would. */
    Player fork(String as, Consumer<Event> events) {
        Snapshot knowledge = learner.snapshot();
        Player copy = new Player(as, origin, learner.binding(), signature, services, new Streams(streams), events);
        try {
            takeOver(copy, knowledge);
        } catch (Throwable e) {
            Closing.after(e, copy);
            throw e;
        }
        return copy;
    }

    private void takeOver(Player copy, Snapshot knowledge) {
        copy.learner.restore(knowledge::restore);
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

    /**
     * Puts another learner in the place of this one. Streams, lives and counters go on as if nothing had happened. If anything fails, all is as before.
     *
     * @param carry whether it takes over what this one has learned, and the context of its life; else it begins its task, if one is going on
     * @param task  the cue of the task going on
     * @return how many more updates the new one counts
     */
    long swap(Binding binding, boolean carry, Optional<Cue> task, Stopwatch stateTime) {
        Map<String, byte[]> positions = streams.save();
        GuardedLearner other = null;
        try {
            streams.restore(Map.of());
            other = make(binding);
            checkPart(other);
            if (carry) {
                stateTime.start();
                Snapshot knowledge = learner.snapshot();
                other.restore(knowledge::restore);
                stateTime.stop();
            }
            Policy next = living == null ? null : other.policy(livingMode, livingCue);
            if (carry) {
                if (next != null) {
                    copyContext(next);
                }
                probe.compare(learner, other);
                streams.restore(positions);
            } else if (task.isPresent()) {
                other.begin(task.get());
            }
            long moreUpdates = other.updates() - learner.updates();
            GuardedLearner old = learner;
            learner = other;
            living = next;
            lives.values().forEach(life -> life.follow(living));
            preparedAt = NEVER;
            closeQuietly(old);
            return moreUpdates;
        } catch (Throwable e) {
            streams.restore(positions);
            if (other != null && other != learner) {
                closeQuietly(other);
            }
            throw e;
        }
    }

    private void checkPart(GuardedLearner other) {
        if (other.isPredictor() != learner.isPredictor() || other.isAgent() != learner.isAgent()) {
            throw new SwapRefusedException(other.binding().plugin().label() + " is another kind of learner than " + learner.binding().plugin().label()
                    + ": predictors take the place of predictors, and agents that of agents");
        }
    }

    private void closeQuietly(GuardedLearner left) {
        try {
            left.close();
        } catch (RuntimeException e) {
            services.log("WARNING " + e.getMessage());
        }
    }

    String role() {
        return role;
    }

    /** The role of the plan that it is a copy of, or its own. */
    String origin() {
        return origin;
    }

    GuardedLearner learner() {
        return learner;
    }

    Guard guard() {
        return learner.guard();
    }

    Signature signature() {
        return signature;
    }

    Streams streams() {
        return streams;
    }

    Binding binding() {
        return learner.binding();
    }

    Stopwatch stopwatch() {
        return stopwatch;
    }

    Map<String, Life> lives() {
        return lives;
    }

    /** What the learner has last been shown, to compare its successor with. */
    Probe probe() {
        return probe;
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
        return learner.policy(mode, cue);
    }

    /** Gives a copy of the present life's context to another policy; leaves it fresh if there has been no life yet. */
    Policy copyContext(Policy to) {
        if (living != null) {
            Snapshot context = guard().get("save of the policy", () -> Snapshot.of(learner.stateId(), living));
            guard().run("restore of the policy", () -> context.restore(to));
        }
        return to;
    }

    /** Derives what is not saved, if knowledge has changed since the last time. */
    void prepare() {
        long updates = learner.updates();
        if (preparedAt != updates) {
            stopwatch.start(); // a cost of learning
            learner.prepare();
            stopwatch.stop();
            preparedAt = updates;
        }
    }

    void flushMeasurements() {
        measurements.flush();
    }

    Fingerprint fingerprint() {
        return learner.fingerprint();
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
            throw guard().fault(after, "it is frozen (role " + role + "), yet what it saves has changed; acting and predicting must not touch a learner's knowledge");
        }
    }

    /** All of it that is not a plugin's. */
    RunState.OfPlayer state() {
        var plugin = binding().plugin();
        List<RunState.OfPolicy> policy = living == null ? List.of() : List.of(new RunState.OfPolicy(livingMode, Cues.of(livingCue)));
        return new RunState.OfPlayer(role, origin, new RunState.OfPlugin(binding().name(), plugin.id(), plugin.version(), plugin.sha256(), binding().json()),
                learner.stateId().toString(), Positions.of(streams.save()), passes, step, samples, frozen, policy, lives.values().stream().map(Life::state).toList(),
                measurements.save(), stopwatch.wallNanos(), stopwatch.cpuNanos());
    }

    /** What the plugins have of it: knowledge, context, worlds. */
    void save(StateWriter out) {
        learner.save(out.in("knowledge"));
        if (living != null) {
            guard().run("save of the policy", () -> living.save(out.in("context")));
        }
        lives.forEach((environment, life) -> life.save(out.in("lives").in(environment)));
    }

    /** Becomes the player that was saved; this one is fresh. */
    void restore(RunState.OfPlayer saved, StateFile file, String path, Stage stage) {
        StateId id = StateId.parse(saved.state());
        learner.restore(object -> object.restore(file.reader(path + "/knowledge", id)));
        saved.living().forEach(policy -> {
            livingMode = policy.mode();
            livingCue = Cues.read(policy.cue());
            living = newPolicy(livingMode, livingCue);
            guard().run("restore of the policy", () -> living.restore(file.reader(path + "/context", id)));
        });
        saved.lives().forEach(each -> {
            Life life = new Life(this, living, each.environment(), stage, stage.streams(each.environment()), false);
            lives.put(each.environment(), life);
            life.restore(each, file, path + "/lives/" + each.environment());
        });
        streams.restore(Positions.read(saved.streams()));
        passes.putAll(saved.passes());
        step = saved.step();
        samples = saved.samples();
        frozen = saved.frozen();
        measurements.at(step);
        measurements.restore(saved.measurements());
        stopwatch.restore(saved.wallNanos(), saved.cpuNanos());
    }

    @Override
    public void close() {
        List<Runnable> closings = new ArrayList<>();
        lives.values().forEach(life -> closings.add(life::close));
        closings.add(learner::close);
        Closing.all(closings);
    }
}
