package org.thaw.learners.dyna.internal;

import org.junit.jupiter.api.Nested;
import org.thaw.tck.AgentContract;

/** The agents of this module keep the contract of agents. */
class DynaContractTest {
    @Nested
    class DynaQKeepsIt extends AgentContract<DynaQ.Config> {
        DynaQKeepsIt() {
            super(new DynaQ.Factory(), new DynaQ.Config(0.2, 0.95, 5, 0.3, 0.1, 100, 0));
        }
    }

    @Nested
    class DynaQPlusKeepsIt extends AgentContract<DynaQPlus.Config> {
        DynaQPlusKeepsIt() {
            super(new DynaQPlus.Factory(), new DynaQPlus.Config(0.2, 0.95, 5, 0.001, 0.3, 0.1, 100, 0));
        }
    }

    @Nested
    class PrioritizedSweepingKeepsIt extends AgentContract<PrioritizedSweeping.Config> {
        PrioritizedSweepingKeepsIt() {
            // so few updates that there is always something in the queue
            super(new PrioritizedSweeping.Factory(), new PrioritizedSweeping.Config(0.2, 0.95, 1, 0.0001, 0.3, 0.1, 100, 0));
        }
    }
}
