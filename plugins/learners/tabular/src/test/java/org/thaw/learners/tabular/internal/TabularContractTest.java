package org.thaw.learners.tabular.internal;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.thaw.tck.AgentContract;

/** The agents of this module keep the contract of agents. */
class TabularContractTest {
    @Nested
    class TabularQKeepsIt extends AgentContract<TabularQ.Config> {
        TabularQKeepsIt() {
            super(new TabularQ.Factory(), new TabularQ.Config(0.2, 0.95, 0.3, 0.1, 100, 0));
        }
    }

    @Nested
    class RandomKeepsIt extends AgentContract<RandomAgent.Config> {
        RandomKeepsIt() {
            super(new RandomAgent.Factory(), new RandomAgent.Config());
        }

        @Override
        protected Optional<String> learnsNothing() {
            return Optional.of("random acts at random, for others to beat");
        }
    }
}
