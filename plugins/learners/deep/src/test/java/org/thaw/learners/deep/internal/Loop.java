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
    /** Two, since the buffers take turns. */
    private OneTransition present;
    private OneTransition next;
    private double total;
    private int episodes;

    Loop(World world, Agent agent) {
        this.world = world;
        this.agent = agent;
        Signature signature = world.signature();
        policy = agent.policy(Mode.EXPLORE, Cue.none());
        decision = new Decision(signature);
        present = new OneTransition(new StepBuffer(signature), decision, new StepBuffer(signature));
        next = new OneTransition(present.to(), decision, present.from());
        world.reset(present.from());
    }

    void live(long steps) {
        for (long i = 0; i < steps; i++) {
            decision.clear();
            policy.act(present.from(), decision);
            world.step(decision.action(), present.to());
            total += present.to().reward();
            agent.learn(present);
            OneTransition learned = present;
            present = next;
            next = learned;
            if (present.from().isLast()) {
                returns[episodes++ % MEMORY] = total;
                total = 0;
                world.reset(present.from());
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
