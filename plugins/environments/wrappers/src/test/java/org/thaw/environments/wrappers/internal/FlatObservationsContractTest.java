package org.thaw.environments.wrappers.internal;

import org.thaw.api.Spec;
import org.thaw.tck.WorldContract;
import org.thaw.tck.host.HostContext;

/** A world of vectors keeps the contract of worlds. */
class FlatObservationsContractTest extends WorldContract<FlatObservations.Config> {
    FlatObservationsContractTest() {
        super(new FlatObservations(), new FlatObservations.Config(Spec.of("image")));
    }

    @Override
    protected HostContext host(long seed) {
        return Toys.host(seed);
    }
}
