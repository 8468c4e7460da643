package org.thaw.learners.policygradient.internal;

import java.util.List;
import java.util.function.Supplier;
import org.thaw.api.learner.Agent;

/** Agents with small networks. */
final class Small {
    static final ActorCriticNetwork.Shape HIDDEN = new ActorCriticNetwork.Shape(List.of(4), 2, 3, false, Unit.RELU, Unit.TANH);

    private Small() {
    }

    static ActorCriticLambda.Config actorCritic(double stepSize) {
        return new ActorCriticLambda.Config(List.of(16), 4, 3, stepSize, 0.9, 0.8, 0.01, 0.999, 1e-4, false);
    }

    static Ppo.Config ppo(int horizon, int epochs, int minibatch) {
        return new Ppo.Config(List.of(16), 4, 3, false, 0.01, horizon, epochs, minibatch, 0.9, 0.95, 0.2, 0.5, 0.01, 0.5, true);
    }

    /** Makes an agent on plain kernels: until it is compiled, the Vector API allocates on its own account. */
    static Agent onPlainKernels(Supplier<Agent> maker) {
        String before = System.setProperty("thaw.kernels", "plain");
        try {
            return maker.get();
        } finally {
            if (before == null) {
                System.clearProperty("thaw.kernels");
            } else {
                System.setProperty("thaw.kernels", before);
            }
        }
    }
}
