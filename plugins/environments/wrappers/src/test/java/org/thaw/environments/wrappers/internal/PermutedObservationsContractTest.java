package org.thaw.environments.wrappers.internal;

import java.util.List;
import org.thaw.api.Spec;
import org.thaw.tck.WorldContract;
import org.thaw.tck.host.HostContext;

/** A world in another order keeps the contract of worlds. */
class PermutedObservationsContractTest extends WorldContract<PermutedObservations.Config> {
    PermutedObservationsContractTest() {
        super(new PermutedObservations(), new PermutedObservations.Config(Spec.of("image"), List.of(), 0));
    }

    @Override
    protected HostContext host(long seed) {
        return Toys.host(seed);
    }
}
