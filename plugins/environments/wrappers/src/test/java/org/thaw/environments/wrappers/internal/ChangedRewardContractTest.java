package org.thaw.environments.wrappers.internal;

import org.thaw.api.Spec;
import org.thaw.tck.WorldContract;
import org.thaw.tck.host.HostContext;

/** A world that pays otherwise keeps the contract of worlds. */
class ChangedRewardContractTest extends WorldContract<ChangedReward.Config> {
    ChangedRewardContractTest() {
        super(new ChangedReward(), new ChangedReward.Config(Spec.of("image"), -2, 0.5, true, ChangedReward.Dropped.GAINS));
    }

    @Override
    protected HostContext host(long seed) {
        return Toys.host(seed);
    }
}
