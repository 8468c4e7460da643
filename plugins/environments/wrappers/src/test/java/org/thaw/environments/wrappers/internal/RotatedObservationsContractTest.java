package org.thaw.environments.wrappers.internal;

import org.thaw.api.Spec;
import org.thaw.tck.WorldContract;
import org.thaw.tck.host.HostContext;

/** A turned world keeps the contract of worlds. */
class RotatedObservationsContractTest extends WorldContract<RotatedObservations.Config> {
    RotatedObservationsContractTest() {
        super(new RotatedObservations(), new RotatedObservations.Config(Spec.of("bytes"), 3));
    }

    @Override
    protected HostContext host(long seed) {
        return Toys.host(seed);
    }
}
