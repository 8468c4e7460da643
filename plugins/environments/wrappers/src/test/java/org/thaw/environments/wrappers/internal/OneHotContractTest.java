package org.thaw.environments.wrappers.internal;

import java.util.List;
import org.thaw.api.Spec;
import org.thaw.tck.WorldContract;
import org.thaw.tck.host.HostContext;

/** A world seen as one-hot images keeps the contract of worlds. */
class OneHotContractTest extends WorldContract<OneHot.Config> {
    OneHotContractTest() {
        super(new OneHot(), new OneHot.Config(Spec.of("numbered"), List.of(3, 4, 1)));
    }

    @Override
    protected HostContext host(long seed) {
        return Toys.host(seed);
    }
}
