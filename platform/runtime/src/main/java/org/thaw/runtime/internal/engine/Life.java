package org.thaw.runtime.internal.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.thaw.api.Privilege;
import org.thaw.api.Signature;
import org.thaw.api.StateId;
import org.thaw.api.StateWriter;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.Drawable;
import org.thaw.api.environment.Simulator;
import org.thaw.api.environment.Step;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Decisions;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Steps;
import org.thaw.runtime.internal.checkpoint.Positions;
import org.thaw.runtime.internal.checkpoint.RunState;
import org.thaw.runtime.internal.checkpoint.SavedSteps;
import org.thaw.runtime.internal.fault.Calls;
import org.thaw.runtime.internal.fault.Guard;
import org.thaw.runtime.internal.random.Streams;
import org.thaw.runtime.internal.state.Snapshot;
import org.thaw.runtime.internal.state.StateFile;

/** The lives that one player leads in one environment at once: a world, a present step and a running return for each lane. The policy is the player's: its context outlasts the world. */
final class Life implements AutoCloseable {
    private final Player player;
    private final String environment;
    private final Stage stage;
    private final Streams streams;
    private final boolean hideRewards;
    private final Guard guard;
    private final Calls.Call stepping;
    private final Seal seal = new Seal();
    private final World[] lanes;
    private final Padding padding;
    /** What the worlds write: the present steps themselves, unless they have to be padded. */
    private final StepBuffer[] written;
    private final StepBuffer[] present;
    private final Decision[] decisions;
    private final double[] total;
    private final long[] length;
    private final Earnings earnings;
    private Policy policy;
    private Guard actor;
    private Calls.Call acting;
    private Camera camera;
    private final Steps steps;
    private final Decisions decided;

    /** @param environment the role of the world */
    Life(Player player, Policy policy, String environment, Stage stage, Streams streams, boolean hideRewards) {
        this.player = player;
        this.environment = environment;
        this.stage = stage;
        this.streams = streams;
        this.policy = policy;
        this.hideRewards = hideRewards;
        this.earnings = new Earnings(player.step());
        this.guard = stage.guard(environment);
        this.stepping = guard.call("step");
        Signature signature = player.signature();
        int n = signature.lanes();
        lanes = new World[n];
        padding = new Padding(environment, stage.signature(environment), signature);
        written = new StepBuffer[n];
        present = new StepBuffer[n];
        decisions = new Decision[n];
        total = new double[n];
        length = new long[n];
        boolean mayTryOut = player.binding().plugin().privilege() == Privilege.SIMULATOR;
        for (int lane = 0; lane < n; lane++) {
            World world = world();
            lanes[lane] = world;
            present[lane] = new StepBuffer(signature, lane);
            written[lane] = padding.behind(present[lane]);
            decisions[lane] = new Decision(signature);
            if (mayTryOut && world instanceof Simulator simulator) {
                present[lane].simulator(() -> padding.simulator(simulator.copy(player.streams().get("simulator"))));
            }
        }
        steps = new Steps() {
            @Override
            public int count() {
                return n;
            }

            @Override
            public Step step(int i) {
                return present[i];
            }
        };
        decided = i -> decisions[i];
    }

    private World world() {
        try {
            return stage.world(environment, streams);
        } catch (Throwable e) {
            Closing.after(e, this);
            throw e;
        }
    }

    /** Begins the first episode of each lane. */
    void start() {
        for (int lane = 0; lane < lanes.length; lane++) {
            reset(lane);
        }
    }

    private void reset(int lane) {
        try {
            lanes[lane].reset(written[lane]);
        } catch (Throwable e) {
            throw guard.fault("reset", e);
        }
        padding.show(written[lane], present[lane]);
        if (!present[lane].isFirst()) {
            throw guard.fault("reset", "the step it made is " + present[lane].kind() + "; expected a call of first()");
        }
        total[lane] = 0;
        length[lane] = 0;
        if (camera != null && lane == 0) {
            film(present[lane], 0);
        }
    }

    /** From here on this policy acts. */
    void follow(Policy next) {
        policy = next;
    }

    /** From here on this camera sees what happens in the first lane, until it has seen enough. */
    void film(Camera next) {
        endFilm();
        camera = next;
    }

    private void film(Step step, double reward) {
        if (!camera.sees(step, reward)) {
            camera = null;
        }
    }

    /** Whoever films has seen all that there is to see. */
    void endFilm() {
        if (camera != null) {
            Camera last = camera;
            camera = null;
            last.cut();
        }
    }

    /** What can be filmed, if it can. */
    Optional<Drawable> drawable() {
        return lanes[0] instanceof Drawable drawable ? Optional.of(drawable) : Optional.empty();
    }

    /** The role of the world. */
    String environment() {
        return environment;
    }

    /** The world's plugin. */
    String worldName() {
        return stage.binding(environment).plugin().id() + "@" + stage.binding(environment).plugin().version();
    }

    Guard guard() {
        return guard;
    }

    Earnings earnings() {
        return earnings;
    }

    int laneCount() {
        return lanes.length;
    }

    StepBuffer present(int lane) {
        return present[lane];
    }

    Decision decision(int lane) {
        return decisions[lane];
    }

    double total(int lane) {
        return total[lane];
    }

    long length(int lane) {
        return length[lane];
    }

    /** Lets the policy choose for all lanes. */
    void act() {
        for (Decision decision : decisions) {
            decision.clear();
        }
        Guard theirs = player.guard();
        if (theirs != actor) {
            actor = theirs;
            acting = theirs.call("act");
        }
        boolean sealed = seal.closes(present[0].observation(), present[0].observation());
        theirs.enter(acting);
        try {
            policy.act(steps, decided);
        } catch (Throwable e) {
            throw theirs.fault("act", e);
        }
        if (sealed && seal.broken(present[0].observation(), present[0].observation())) {
            throw theirs.fault("act", "it has written into the observation that the host lent it; a policy that wants to change it copies it first");
        }
    }

    /** Carries out what was chosen for a lane and returns the true reward. */
    double step(int lane) {
        Action action = decisions[lane].action();
        StepBuffer step = present[lane];
        check(action, step);
        guard.enter(stepping);
        try {
            lanes[lane].step(action, written[lane]);
        } catch (Throwable e) {
            throw guard.fault("step", e);
        }
        written[lane].previousAction(action);
        padding.show(written[lane], step);
        if (step.isFirst()) {
            throw guard.fault("step", "the step it made is FIRST; expected transition, termination or truncation");
        }
        double reward = step.reward();
        total[lane] += reward;
        length[lane]++;
        if (camera != null && lane == 0) {
            film(step, reward);
        }
        if (hideRewards) {
            step.hideReward();
        }
        return reward;
    }

    private void check(Action action, StepBuffer step) {
        boolean[] legal = step.legal();
        if (!action.chosen()) {
            throw player.guard().fault("act", "it chose no action");
        }
        if (legal.length > 0 && (action.index() < 0 || action.index() >= legal.length || !legal[action.index()])) {
            throw player.guard().fault("act", "it chose action " + action.index() + ", which is not legal here; expected one of 0 … " + (legal.length - 1)
                    + " that the step allows");
        }
        for (float value : action.values()) {
            if (!Float.isFinite(value)) {
                throw player.guard().fault("act", "it chose an action with the value " + value);
            }
        }
    }

    /** Ends the episode of a lane where it stands: its task is over. What would have followed still counts. */
    void cutOff(int lane) {
        StepBuffer cut = present[lane];
        cut.outcome(Step.Kind.LAST, cut.reward(), cut.discount(), cut.player());
    }

    /** After a last step: shows it to the policy and begins the next episode. */
    void nextEpisode(int lane) {
        try {
            policy.observe(present[lane]);
        } catch (Throwable e) {
            throw player.guard().fault("observe", e);
        }
        reset(lane);
    }

    /** The same life for a copy of the player: worlds, streams and present steps copied. */
    Life fork(Player copy, Policy theirs) {
        Life life = new Life(copy, theirs, environment, stage, new Streams(streams), hideRewards);
        StateId id = stage.binding(environment).plugin().state();
        for (int lane = 0; lane < lanes.length; lane++) {
            World from = lanes[lane];
            World to = life.lanes[lane];
            Snapshot state = guard.get("save", () -> Snapshot.of(id, from));
            guard.run("restore", () -> state.restore(to));
            life.present[lane].copyFrom(present[lane]);
            padding.recall(present[lane], life.written[lane]);
            life.total[lane] = total[lane];
            life.length[lane] = length[lane];
        }
        life.streams.restore(streams.save());
        life.earnings.copyFrom(earnings);
        return life;
    }

    /** All of it that is not the world's. */
    RunState.OfLife state() {
        List<Double> totals = Arrays.stream(total).boxed().toList();
        List<Long> lengths = Arrays.stream(length).boxed().toList();
        return new RunState.OfLife(environment, Positions.of(streams.save()), totals, lengths, earnings.sum(), earnings.since(), earnings.until(), earnings.task());
    }

    /** The worlds and present steps. */
    void save(StateWriter out) {
        for (int lane = 0; lane < lanes.length; lane++) {
            World world = lanes[lane];
            StateWriter here = out.in("lane" + lane);
            guard.run("save", () -> world.save(here.in("world")));
            SavedSteps.save(present[lane], here.in("step"));
        }
    }

    /** Becomes the life that was saved; this one is fresh. */
    void restore(RunState.OfLife saved, StateFile file, String path) {
        StateId id = stage.binding(environment).plugin().state();
        for (int lane = 0; lane < lanes.length; lane++) {
            World world = lanes[lane];
            String here = path + "/lane" + lane;
            guard.run("restore", () -> world.restore(file.reader(here + "/world", id)));
            SavedSteps.restore(present[lane], file.reader(here + "/step", id));
            padding.recall(present[lane], written[lane]);
            total[lane] = saved.totals().get(lane);
            length[lane] = saved.lengths().get(lane);
        }
        streams.restore(Positions.read(saved.streams()));
        earnings.restore(saved.earned(), saved.earnedSince(), saved.earnedUntil(), saved.earnedIn());
    }

    @Override
    public void close() {
        endFilm();
        Closing.all(Arrays.stream(lanes).filter(Objects::nonNull).<Runnable>map(world -> () -> guard.run("close", world::close)).toList());
    }
}
