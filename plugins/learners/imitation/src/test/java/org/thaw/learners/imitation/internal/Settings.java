package org.thaw.learners.imitation.internal;

import java.util.List;

/** Small configurations for tests. */
final class Settings {
    private Settings() {
    }

    static AlgorithmDistillation.Config transformer(int context, int batch, double rate) {
        return new AlgorithmDistillation.Config(2, 16, 2, context, 0, 1, batch, rate, 10, 0, 1, Recorded.ACTIONS, 1, 0, false, 16, List.of());
    }

    static RecurrentImitator.Config gru(int window, int batch, double rate) {
        return new RecurrentImitator.Config(1, 24, window, 1, batch, rate, 10, 0, 1, Recorded.ACTIONS, 1, 0, false, 16, List.of());
    }

    static DecisionPretrained.Config dpt(int context, int batch, double rate) {
        return new DecisionPretrained.Config(2, 16, 2, context, batch, rate, 10, 1, 1, 0, false, 16);
    }

    static Rl2.Config rl2(int units, int horizon, int lifetimes, double rate) {
        return new Rl2.Config(units, horizon, lifetimes, 4, 8, rate, 0, 0.9, 0.9, true, 0.2, 0.5, 0.01, 0.5, 1, 0, false);
    }
}
