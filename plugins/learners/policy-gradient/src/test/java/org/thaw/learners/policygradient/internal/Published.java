package org.thaw.learners.policygradient.internal;

import java.util.List;

/** The default hyperparameters, and those for pictures. */
final class Published {
    private Published() {
    }

    static ActorCriticLambda.Config actorCritic() {
        return new ActorCriticLambda.Config(List.of(128), 16, 3, 0x1p-11, 0.99, 0.8, 0.01, 0.999, 1e-4, false);
    }

    static Ppo.Config ppo(double discount) {
        return new Ppo.Config(List.of(64, 64), 16, 3, false, 0.0003, 2048, 10, 64, discount, 0.95, 0.2, 0.5, 0, 0.5, true);
    }

    static Ppo.Config images() {
        return new Ppo.Config(List.of(128), 16, 3, true, 0.00025, 128, 4, 32, 0.99, 0.95, 0.1, 0.5, 0.01, 0.5, false);
    }
}
