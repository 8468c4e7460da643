package org.thaw.metrics.agents.internal;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.thaw.tck.MetricContract;
import org.thaw.tck.SummaryContract;

/** Every metric and summary for agents keeps its contract. */
class AgentMetricsContractTest {
    @Nested
    class ContinualWorldKeepsIt extends MetricContract<ContinualWorld.Config> {
        ContinualWorldKeepsIt() {
            super(new ContinualWorld.Factory(), new ContinualWorld.Config("return", 5, List.of(), List.of()));
        }
    }

    @Nested
    class ContinualWorldTransferKeepsIt extends SummaryContract<ContinualWorldTransfer.Config> {
        ContinualWorldTransferKeepsIt() {
            super(new ContinualWorldTransfer.Factory(), new ContinualWorldTransfer.Config("second", "return", List.of(), List.of(), 100));
        }

        @Override
        protected Optional<String> defaultsDoNotSuffice() {
            return Optional.of("the baseline must be named");
        }
    }

    @Nested
    class CoraKeepsIt extends SummaryContract<Cora.Config> {
        CoraKeepsIt() {
            super(new Cora.Factory(), new Cora.Config("return", 20));
        }
    }

    @Nested
    class L2MetricsKeepsIt extends SummaryContract<L2Metrics.Config> {
        L2MetricsKeepsIt() {
            super(new L2Metrics.Factory(), new L2Metrics.Config("second"));
        }
    }

    @Nested
    class ReliableKeepsIt extends SummaryContract<Reliable.Config> {
        ReliableKeepsIt() {
            super(new Reliable.Factory(), new Reliable.Config("evaluated", "return", List.of(), List.of(), 100));
        }
    }
}
