package org.thaw.learners.deep.internal;

import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;
import org.thaw.api.learner.Actor.Mode;
import org.thaw.api.learner.Agent;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Policy;
import org.thaw.tck.host.OneTransition;

/** The life of one agent in one world: two steps that take turns. */
final class Loop {
    private static final int MEMORY = 100;

    private final World world;
    private final Agent agent;
    private final Policy policy;
    private final Decision decision;
    private final double[] returns = new double[MEMORY];
    private StepBuffer from;
    private StepBuffer to;
    private double total;
    private int episodes;

    Loop(World world, Agent agent) {
        this.world = world;
        this.agent = agent;
        Signature signature = world.signature();
        policy = agent.policy(Mode.EXPLORE, Cue.none());
        decision = new Decision(signature);
        from = new StepBuffer(signature);
        to = new StepBuffer(signature);
        world.reset(from);
    }

    void live(long steps) {
        for (long i = 0; i < steps; i++) {
            decision.clear();
            policy.act(from, decision);
            world.step(decision.action(), to);
            total += to.reward();
            agent.learn(new OneTransition(from, decision, to));
            StepBuffer next = to;
            to = from;
            from = next;
            if (from.isLast()) {
                returns[episodes++ % MEMORY] = total;
                total = 0;
                world.reset(from);
            }
        }
    }

    int episodes() {
        return episodes;
    }

    /** The mean return of the latest 100 episodes. */
    double recent() {
        double sum = 0;
        for (double one : returns) {
            sum += one;
        }
        return sum / Math.max(1, Math.min(episodes, MEMORY));
    }
}
