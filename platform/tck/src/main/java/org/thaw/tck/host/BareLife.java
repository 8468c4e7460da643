package org.thaw.tck.host;

import java.util.Arrays;
import java.util.function.Function;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.environment.Step;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Agent;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Transitions;

/** The life of an agent in one world, of which nothing is kept: for long lives, and for counting what an agent allocates. It allocates nothing itself. */
public final class BareLife {
    private static final int ROUND = 1000;

    private final Agent agent;
    private final Policy policy;
    private final World world;
    private final StepBuffer[] from;
    private final StepBuffer[] to;
    private final Decision[] decisions;
    private final Latest latest = new Latest();
    private final StepBuffer now;
    private int gathered;

    /** A life that begins; the agent explores and learns. */
    public BareLife(Agent agent, World world) {
        this.agent = agent;
        this.world = world;
        this.policy = agent.policy(Actor.Mode.EXPLORE, Cue.none());
        this.from = new StepBuffer[agent.horizon()];
        this.to = new StepBuffer[agent.horizon()];
        this.decisions = new Decision[agent.horizon()];
        Arrays.setAll(from, i -> new StepBuffer(world.signature()));
        Arrays.setAll(to, i -> new StepBuffer(world.signature()));
        Arrays.setAll(decisions, i -> new Decision(world.signature()));
        now = new StepBuffer(world.signature());
        world.reset(now);
    }

    /** Lives one step and learns from it; returns it, lent until the next call. The step after a last one begins another episode. */
    public Step live() {
        if (now.isLast()) {
            world.reset(now);
        }
        StepBuffer before = from[gathered];
        StepBuffer after = to[gathered];
        Decision decision = decisions[gathered];
        before.copyFrom(now);
        decision.clear();
        policy.act(before, decision);
        after.copyFrom(before);
        world.step(decision.action(), after);
        after.previousAction(decision.action());
        now.copyFrom(after);
        if (now.isLast()) {
            policy.observe(now);
        }
        if (++gathered == from.length) {
            agent.learn(latest);
            gathered = 0;
        }
        return now;
    }

    /** Lives through what is left of the episode; returns the number of steps, at most {@code most}. */
    public int episode(int most) {
        for (int steps = 1; steps < most; steps++) {
            if (live().isLast()) {
                return steps;
            }
        }
        live();
        return most;
    }

    /** Lives so many steps; returns what they earned. */
    public double live(int steps) {
        double earned = 0;
        for (int i = 0; i < steps; i++) {
            earned += live().reward();
        }
        return earned;
    }

    /**
     * Once its buffers have grown, an agent allocates nothing: a promise of fast ones, not part of their contract.
     *
     * @throws AssertionError if acting and learning allocate
     */
    public static void allocatesNothing(Function<Context, Agent> agent, World world) {
        BareLife life = new BareLife(agent.apply(new QuietContext(1)), world);
        Allocation.free(ROUND, () -> life.live(ROUND));
    }

    private final class Latest implements Transitions {
        @Override
        public int lanes() {
            return 1;
        }

        @Override
        public int length() {
            return from.length;
        }

        @Override
        public Step from(int lane, int t) {
            return from[t];
        }

        @Override
        public Decision decision(int lane, int t) {
            return decisions[t];
        }

        @Override
        public Step to(int lane, int t) {
            return to[t];
        }
    }
}
