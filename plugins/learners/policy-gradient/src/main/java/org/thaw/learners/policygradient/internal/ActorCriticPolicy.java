package org.thaw.learners.policygradient.internal;

import org.thaw.api.RandomStream;
import org.thaw.api.environment.Step;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Decisions;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Steps;

/** Acts by the distribution that the network gives, all lanes in one forward pass, and writes down log-probability and value. It keeps no context. */
final class ActorCriticPolicy implements Policy {
    private final ActorCriticNetwork network;
    private final PolicyHead head;
    private final boolean greedy;
    private final RandomStream random;

    ActorCriticPolicy(ActorCriticNetwork network, PolicyHead head, boolean greedy, RandomStream random) {
        this.network = network;
        this.head = head;
        this.greedy = greedy;
        this.random = random;
    }

    @Override
    public void act(Step step, Decision decision) {
        decide(network.forward(step.observation()), 0, step, decision);
    }

    @Override
    public void act(Steps steps, Decisions decisions) {
        int count = steps.count();
        if (count == 0) {
            return;
        }
        network.room(count);
        for (int i = 0; i < count; i++) {
            network.put(i, steps.step(i).observation());
        }
        float[] outputs = network.forward(count);
        for (int i = 0; i < count; i++) {
            decide(outputs, i, steps.step(i), decisions.decision(i));
        }
    }

    private void decide(float[] outputs, int row, Step step, Decision decision) {
        head.decide(outputs, row * network.width(), step, greedy, random, decision);
        decision.value(network.value(outputs, row));
    }
}
