package org.thaw.tck.host;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.thaw.api.Signature;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.environment.Simulator;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Agent;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Decisions;
import org.thaw.api.learner.Policy;

/** The loop of a life in one world per lane. A live agent learns; a frozen one, and any other actor, is only asked to act. */
public final class Life implements Stateful {
    private final Actor actor;
    private final Policy policy;
    private final List<? extends World> worlds;
    private final Signature signature;
    private final boolean learns;
    private final Lending lending;
    private final HostStream chance = new HostStream(99);
    private final List<StepBuffer> now = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final List<List<Moment>> recording = new ArrayList<>();
    private final Stretch stretch;

    /** A life that begins. */
    public Life(Actor actor, Policy policy, List<? extends World> worlds, boolean learns) {
        this(actor, policy, worlds, learns, Lending.GIVEN);
    }

    /** A life that begins, with its own way of handing buffers to the learner and its policy. */
    public Life(Actor actor, Policy policy, List<? extends World> worlds, boolean learns, Lending lending) {
        this.lending = lending;
        this.actor = actor;
        this.policy = policy;
        this.worlds = worlds;
        this.signature = worlds.get(0).signature().withLanes(worlds.size());
        this.learns = learns;
        this.stretch = new Stretch(worlds.size());
        for (int lane = 0; lane < worlds.size(); lane++) {
            now.add(fresh(lane));
            decisions.add(new Decision(signature));
            recording.add(new ArrayList<>());
            worlds.get(lane).reset(now.get(lane));
        }
    }

    private StepBuffer fresh(int lane) {
        StepBuffer step = new StepBuffer(signature, lane);
        if (worlds.get(lane) instanceof Simulator simulator) {
            step.simulator(() -> simulator.copy(chance));
        }
        return step;
    }

    /** What was lived so far, lane by lane, last steps included. */
    public List<List<Moment>> recording() {
        return recording;
    }

    /** The rewards of the latest steps of all lanes. */
    public double earned(int steps) {
        return recording.stream().flatMap(life -> life.stream().skip(Math.max(0, life.size() - steps))).mapToDouble(m -> m.step().reward()).sum();
    }

    /** So many time steps of all lanes. */
    public void live(int steps) {
        for (int i = 0; i < steps; i++) {
            decisions.forEach(Decision::clear);
            lending.steps(signature, now, lent -> policy.act(lent, deciding()));
            IntStream.range(0, worlds.size()).forEach(this::carryOut);
            if (learns && actor instanceof Agent agent && stretch.length() == agent.horizon()) {
                lending.transitions(signature, stretch, agent::learn);
                stretch.clear();
            }
        }
    }

    /** The learner is given what it has not learned from yet, as at the end of a phase. */
    public void finish() {
        if (learns && actor instanceof Agent agent && stretch.length() > 0) {
            lending.transitions(signature, stretch, agent::learn);
            stretch.clear();
        }
    }

    private void carryOut(int lane) {
        StepBuffer from = now.get(lane);
        Decision decision = decisions.get(lane);
        Decided.check(signature, from, decision);
        StepBuffer to = fresh(lane);
        to.copyFrom(from);
        worlds.get(lane).step(decision.action(), to);
        to.previousAction(decision.action());
        Moment moment = Moment.of(signature, from, decision);
        recording.get(lane).add(moment);
        stretch.add(lane, moment, to);
        now.set(lane, to);
        if (to.isLast()) {
            lending.steps(signature, List.of(to), policy::observe);
            recording.get(lane).add(Moment.of(signature, to, new Decision(signature)));
            now.set(lane, fresh(lane));
            worlds.get(lane).reset(now.get(lane));
        }
    }

    private Decisions deciding() {
        return decisions::get;
    }

    /** Saves what plugins hold: learner, context, worlds. The host's own buffers are copied by {@link #takeOver}. */
    @Override
    public void save(StateWriter out) {
        out.part("learner", actor);
        out.part("policy", policy);
        IntStream.range(0, worlds.size()).forEach(i -> out.part("world-" + i, worlds.get(i)));
    }

    @Override
    public void restore(StateReader in) {
        in.part("learner", actor);
        in.part("policy", policy);
        IntStream.range(0, worlds.size()).forEach(i -> in.part("world-" + i, worlds.get(i)));
    }

    /** Goes on where another life stands: plugins by saved state, the host's buffers by copying. */
    public void takeOver(Life other) {
        MemoryState.of(other).into(this);
        chance.position(other.chance.position());
        stretch.copyFrom(other.stretch);
        for (int lane = 0; lane < now.size(); lane++) {
            now.get(lane).copyFrom(other.now.get(lane));
        }
    }
}
