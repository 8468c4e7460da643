package org.thaw.learners.bandits.internal;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.thaw.api.environment.World;
import org.thaw.environments.bandits.internal.BernoulliBandit;
import org.thaw.environments.bandits.internal.GaussianBandit;
import org.thaw.tck.AgentContract;
import org.thaw.tck.host.HostContext;

/** The agents of this module keep the contract of agents. */
class BanditContractTest {
    private static World coins(HostContext host) {
        return new BernoulliBandit().create(new BernoulliBandit.Config(List.of(0.1, 0.9, 0.2), 3, 0, 0, 0, 50), host);
    }

    @Nested
    class Ucb1KeepsIt extends AgentContract<Ucb1.Config> {
        Ucb1KeepsIt() {
            super(new Ucb1.Factory(), new Ucb1.Config(1, 0.999));
        }

        @Override
        protected World world(HostContext host) {
            return coins(host);
        }
    }

    @Nested
    class ThompsonKeepsIt extends AgentContract<Thompson.Config> {
        ThompsonKeepsIt() {
            super(new Thompson.Factory(), new Thompson.Config(Thompson.Rewards.BERNOULLI, 0.5, 0.5, 0, 1, 1, 0.999));
        }

        @Override
        protected World world(HostContext host) {
            return coins(host);
        }
    }

    @Nested
    class GaussianThompsonKeepsIt extends AgentContract<Thompson.Config> {
        GaussianThompsonKeepsIt() {
            super(new Thompson.Factory(), new Thompson.Config(Thompson.Rewards.GAUSSIAN, 1, 1, 0, 1, 1, 1));
        }

        @Override
        protected World world(HostContext host) {
            return new GaussianBandit().create(new GaussianBandit.Config(List.of(0.1, 2.0, 0.2), 3, 0, 1, 0, 0, 50), host);
        }
    }
}
