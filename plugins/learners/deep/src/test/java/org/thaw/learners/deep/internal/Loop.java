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
    private final World world;
    private final Agent agent;
    private final Policy policy;
    private final Decision decision;
    /** Two, since the buffers take turns. */
    private OneTransition present;
    private OneTransition next;

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
            agent.learn(present);
            OneTransition learned = present;
            present = next;
            next = learned;
            if (present.from().isLast()) {
                world.reset(present.from());
            }
        }
    }
}
