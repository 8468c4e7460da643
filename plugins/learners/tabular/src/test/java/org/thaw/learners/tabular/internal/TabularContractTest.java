package org.thaw.learners.tabular.internal;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.thaw.api.environment.World;
import org.thaw.tck.AgentContract;
import org.thaw.tck.host.Chain;
import org.thaw.tck.host.HostContext;

/** The agents of this module keep the contract of agents. */
class TabularContractTest {
    @Nested
    class TabularQKeepsIt extends AgentContract<TabularQ.Config> {
        TabularQKeepsIt() {
            super(new TabularQ.Factory(), new TabularQ.Config(0.2, 0.95, 0.3, 0.1, 100, 0));
        }
    }

    @Nested
    class SarsaLambdaKeepsIt extends AgentContract<SarsaLambda.Config> {
        SarsaLambdaKeepsIt() {
            super(new SarsaLambda.Factory(), new SarsaLambda.Config(0.2, 0.95, 0.8, SarsaLambda.Trace.REPLACING, 0.3, 0.1, 100, 0));
        }
    }

    @Nested
    class TrueOnlineSarsaKeepsIt extends AgentContract<SarsaLambda.Config> {
        TrueOnlineSarsaKeepsIt() {
            super(new SarsaLambda.Factory(), new SarsaLambda.Config(0.2, 0.95, 0.8, SarsaLambda.Trace.DUTCH, 0.3, 0.1, 100, 0));
        }
    }

    private static LinearSarsa.Config linear(LinearSarsa.Kind features, SarsaLambda.Trace trace) {
        return new LinearSarsa.Config(0.3, 0.95, 0.8, trace, 0.3, 0.1, 100, features, 4, 2, List.of(), List.of(), 4096);
    }

    @Nested
    class LinearSarsaWithTilesKeepsIt extends AgentContract<LinearSarsa.Config> {
        LinearSarsaWithTilesKeepsIt() {
            super(new LinearSarsa.Factory(), linear(LinearSarsa.Kind.TILES, SarsaLambda.Trace.ACCUMULATING));
        }

        @Override
        protected World world(HostContext host) {
            return Chain.oneHot(host);
        }
    }

    @Nested
    class LinearSarsaOnRawNumbersKeepsIt extends AgentContract<LinearSarsa.Config> {
        LinearSarsaOnRawNumbersKeepsIt() {
            super(new LinearSarsa.Factory(), linear(LinearSarsa.Kind.RAW, SarsaLambda.Trace.DUTCH));
        }

        @Override
        protected World world(HostContext host) {
            return Chain.oneHot(host);
        }
    }

    @Nested
    class LinearSarsaOnNumbersKeepsIt extends AgentContract<LinearSarsa.Config> {
        LinearSarsaOnNumbersKeepsIt() {
            super(new LinearSarsa.Factory(), linear(LinearSarsa.Kind.TILES, SarsaLambda.Trace.REPLACING));
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
