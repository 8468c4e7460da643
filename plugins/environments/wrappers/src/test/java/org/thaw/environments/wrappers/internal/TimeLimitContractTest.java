package org.thaw.environments.wrappers.internal;

import org.thaw.api.Spec;
import org.thaw.tck.WorldContract;
import org.thaw.tck.host.HostContext;

/** A world with a limit keeps the contract of worlds. */
class TimeLimitContractTest extends WorldContract<TimeLimit.Config> {
    TimeLimitContractTest() {
        super(new TimeLimit(), new TimeLimit.Config(Spec.of("numbered"), 5));
    }

    @Override
    protected HostContext host(long seed) {
        return Toys.host(seed);
    }
}
