package org.thaw.runtime.internal.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.StateId;
import org.thaw.api.StateWriter;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Policy;
import org.thaw.api.metric.Event;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.internal.checkpoint.Positions;
import org.thaw.runtime.internal.checkpoint.RunState;
import org.thaw.runtime.internal.context.RunContext;
import org.thaw.runtime.internal.context.RunServices;
import org.thaw.runtime.internal.fault.Guard;
import org.thaw.runtime.internal.random.Streams;
import org.thaw.runtime.internal.state.Fingerprint;
import org.thaw.runtime.internal.state.Snapshot;
import org.thaw.runtime.internal.state.StateFile;

/** A learner in a role, with all that is the role's own: streams, lives, counters. Another learner can take its place. */
final class Player implements AutoCloseable {
    private static final long NEVER = -1;

    private final String role;
    private final String origin;
    private final Signature signature;
    private final RunServices services;
    private final Measurements measurements;
    private final Map<String, Life> lives = new LinkedHashMap<>();
    private final Map<Integer, Long> passes = new TreeMap<>();
    private final Stopwatch stopwatch = new Stopwatch();
    private final Probe probe = new Probe();
    private final LivingPolicy living = new LivingPolicy();
    private Streams streams;
    private volatile GuardedLearner learner;
    private String frozen = "";
    private long preparedAt = NEVER;
    private long step;
    private long samples;
    private long lifetime;
    /** The lifetime in which the learner was made, whose streams it draws from. */
    private long born;
    /** The role whose streams it draws from. */
    private String draws;

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
        this.draws = origin;
        this.measurements = new Measurements(role, events);
        this.learner = make(binding);
    }

    private GuardedLearner make(Binding binding) {
        return new GuardedLearner(binding, signature, services.guard(binding), new RunContext(services, streams, role, measurements::add));
    }

    /** A copy of learner, lives and streams. Left alone, it goes on exactly as this one would. */
    Player fork(String as, Consumer<Event> events) {
        Snapshot knowledge = learner.snapshot();
        return settled(new Player(as, origin, learner.binding(), signature, services, new Streams(streams), events), copy -> {
            copy.learner.restore(knowledge::restore);
            copy.born = born;
            copy.draws = draws;
            settle(copy, this::copyContext);
            copy.streams.restore(streams.save());
            copy.passes.putAll(passes);
            copy.samples = samples;
        });
    }

    /** Another learner, with streams of its own for this lifetime, in copies of the worlds that this one lives in. Its context is empty. */
    Player imitator(String as, Binding student, Streams theirs, Consumer<Event> events) {
        return settled(new Player(as, origin, student, signature, services, theirs, events), copy -> {
            copy.born = lifetime;
            copy.draws = as;
            copy.measurements.at(step);
            settle(copy, fresh -> fresh);
        });
    }

    private static Player settled(Player copy, Consumer<Player> settling) {
        try {
            settling.accept(copy);
            return copy;
        } catch (Throwable e) {
            Closing.after(e, copy);
            throw e;
        }
    }

    /** The copy stands where this one does, in copies of its worlds. */
    private void settle(Player copy, UnaryOperator<Policy> context) {
        copy.lifetime = lifetime;
        copy.step = step;
        if (living.begun()) {
            copy.living.become(context.apply(living.of(copy.learner)), living);
            lives.forEach((environment, life) -> copy.lives.put(environment, life.fork(copy, copy.living.policy())));
        }
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
            other.checkReplaces(learner);
            if (carry) {
                stateTime.start();
                Snapshot knowledge = learner.snapshot();
                other.restore(knowledge::restore);
                stateTime.stop();
            }
            Optional<Policy> next = living.begun() ? Optional.of(living.of(other)) : Optional.empty();
            if (carry) {
                next.ifPresent(this::copyContext);
                probe.compare(learner, other);
                streams.restore(positions);
            } else if (task.isPresent()) {
                other.begin(task.get());
            }
            long moreUpdates = other.updates() - learner.updates();
            GuardedLearner old = learner;
            learner = other;
            next.ifPresent(policy -> {
                living.become(policy);
                lives.values().forEach(life -> life.follow(policy));
            });
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

    /** Its lives end here, in the midst of a task perhaps: tells what they have earned since they last said so. */
    void tellEarnings(Consumer<Event> events) {
        lives.values().forEach(life -> life.earnings().tell(this, events));
    }

    /**
     * Begins another lifetime: without context, in none of the worlds.
     *
     * @param anew streams for a learner that is made anew and is not frozen; empty if this one stays as it is
     */
    void renew(long number, Optional<Streams> anew) {
        List<Runnable> leaving = new ArrayList<>();
        lives.values().forEach(life -> leaving.add(life::close));
        lives.clear();
        passes.clear();
        living.wipe();
        lifetime = number;
        Closing.all(leaving);
        if (anew.isEmpty()) {
            beginDraws();
        } else {
            GuardedLearner old = learner;
            streams = anew.get();
            learner = make(binding());
            born = number;
            frozen = "";
            preparedAt = NEVER;
            old.close();
        }
    }

    /** In each lifetime it draws other numbers, so that copies of one learner in several lifetimes are independent of each other. */
    private void beginDraws() {
        streams.begin(lifetime == born ? "" : "lifetime/" + lifetime);
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

    /** The number of its present lifetime: it finds the worlds that all find in lifetimes of that number. */
    long lifetime() {
        return lifetime;
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
        follow(steps);
        if (!isFrozen()) {
            samples += steps;
        }
    }

    /** So many steps later that were another's: nothing was learned from them. */
    void follow(long steps) {
        step += steps;
        measurements.at(step);
    }

    /** Counts data that was read again. */
    void countAgain(long rows) {
        samples += rows;
    }

    /** The policy of all its learning phases: one lifetime. Where the cue changes, the context goes over to a policy that has the new one. */
    Policy living(Actor.Mode mode, Cue cue) {
        return living.as(mode, cue, learner);
    }

    /** From here on it lives with an empty context. */
    Policy forget() {
        return living.forget(learner);
    }

    /** A policy with a fresh context. */
    Policy newPolicy(Actor.Mode mode, Cue cue) {
        return learner.policy(mode, cue);
    }

    /** Gives a copy of the present life's context to another policy; leaves it fresh if there has been no life yet. */
    Policy copyContext(Policy to) {
        return living.copyTo(to, learner);
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
        return new RunState.OfPlayer(role, origin, new RunState.OfPlugin(binding().name(), plugin.id(), plugin.version(), plugin.sha256(), binding().json()),
                learner.stateId().toString(), Positions.of(streams.save()), passes, step, samples, frozen, living.state(), lives.values().stream().map(Life::state).toList(),
                measurements.save(), stopwatch.wallNanos(), stopwatch.cpuNanos(), lifetime, born, draws);
    }

    /** What the plugins have of it: knowledge, context, worlds. */
    void save(StateWriter out) {
        learner.save(out.in("knowledge"));
        living.save(out, learner);
        lives.forEach((environment, life) -> life.save(out.in("lives").in(environment)));
    }

    /** Becomes the player that was saved; this one is fresh, with streams of the lifetime in which its learner was made. */
    void restore(RunState.OfPlayer saved, StateFile file, String path, Stage stage) {
        StateId id = StateId.parse(saved.state());
        lifetime = saved.lifetime();
        born = saved.born();
        draws = saved.draws();
        beginDraws();
        learner.restore(object -> object.restore(file.reader(path + "/knowledge", id)));
        saved.living().forEach(policy -> living.restore(policy, learner, file, path, id));
        saved.lives().forEach(each -> {
            Life life = new Life(this, living.policy(), each.environment(), stage, stage.streams(each.environment(), lifetime), false);
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
