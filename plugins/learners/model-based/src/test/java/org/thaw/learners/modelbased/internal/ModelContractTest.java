package org.thaw.learners.modelbased.internal;

import org.junit.jupiter.api.Nested;
import org.thaw.tck.AgentContract;

/** The agent keeps the contract of agents, whatever its options. */
class ModelContractTest {
    private static ValuePredictionConfig deep() {
        Settings s = new Settings();
        s.depth = 3;
        s.branches = 2;
        s.targetDepth = 2;
        s.consistency = 0;
        s.trainEvery = 3;
        s.capacity = 60;
        return s.build();
    }

    @Nested
    class PlainKeepsIt extends AgentContract<ValuePredictionConfig> {
        PlainKeepsIt() {
            super(new ValuePredictionNetwork.Factory(), new Settings().build());
        }
    }

    @Nested
    class PlanningDeeperWithoutConsistencyKeepsIt extends AgentContract<ValuePredictionConfig> {
        PlanningDeeperWithoutConsistencyKeepsIt() {
            super(new ValuePredictionNetwork.Factory(), deep());
        }
    }
}
