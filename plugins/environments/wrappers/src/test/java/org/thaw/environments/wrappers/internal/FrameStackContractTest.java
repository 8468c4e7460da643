package org.thaw.environments.wrappers.internal;

import org.thaw.api.Spec;
import org.thaw.tck.WorldContract;
import org.thaw.tck.host.HostContext;

/** A world of stacked frames keeps the contract of worlds. */
class FrameStackContractTest extends WorldContract<FrameStack.Config> {
    FrameStackContractTest() {
        super(new FrameStack(), new FrameStack.Config(Spec.of("bytes"), 3, FrameStack.Before.FIRST));
    }

    @Override
    protected HostContext host(long seed) {
        return Toys.host(seed);
    }
}
