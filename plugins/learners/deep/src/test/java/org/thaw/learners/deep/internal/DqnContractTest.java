package org.thaw.learners.deep.internal;

import org.junit.jupiter.api.Nested;
import org.thaw.tck.AgentContract;

/** The agent keeps the contract of agents, whatever its options. */
class DqnContractTest {
    private static DqnConfig plain() {
        return new Settings().build();
    }

    private static DqnConfig allStreams() {
        Settings s = new Settings();
        s.doubleLearning = true;
        s.dueling = true;
        s.nStep = 3;
        s.optimiser = DqnConfig.Rule.RMSPROP_CENTRED;
        s.rate = 0.002;
        s.l2Init = 1e-5;
        s.ewc = 0.1;
        s.updatesPerTraining = 2;
        s.trainEvery = 2;
        return s.build();
    }

    private static DqnConfig replacing() {
        Settings s = new Settings();
        s.replacement = 0.001;
        s.loss = DqnConfig.Loss.MSE;
        s.capacity = 60;
        return s.build();
    }

    @Nested
    class PlainKeepsIt extends AgentContract<DqnConfig> {
        PlainKeepsIt() {
            super(new Dqn.Factory(), plain());
        }
    }

    @Nested
    class WithStreamsAndPenaltiesKeepsIt extends AgentContract<DqnConfig> {
        WithStreamsAndPenaltiesKeepsIt() {
            super(new Dqn.Factory(), allStreams());
        }
    }

    @Nested
    class WithUnitsReplacedKeepsIt extends AgentContract<DqnConfig> {
        WithUnitsReplacedKeepsIt() {
            super(new Dqn.Factory(), replacing());
        }
    }
}
