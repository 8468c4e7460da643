package org.thaw.environments.wrappers.internal;

import java.util.List;
import org.thaw.api.Spec;
import org.thaw.tck.WorldContract;
import org.thaw.tck.host.HostContext;

/** A world with renamed actions keeps the contract of worlds. */
class PermutedActionsContractTest extends WorldContract<PermutedActions.Config> {
    PermutedActionsContractTest() {
        super(new PermutedActions(), new PermutedActions.Config(Spec.of("seen"), List.of(), 0));
    }

    @Override
    protected HostContext host(long seed) {
        return Toys.host(seed);
    }
}
