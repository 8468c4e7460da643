package org.thaw.environments.images.internal;

import java.util.List;
import java.util.Map;
import org.thaw.api.Spec;
import org.thaw.tck.TaskStreamContract;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostContext.Plugins;

/** Rotated images keep the contract of task streams. */
class RotatedContractTest extends TaskStreamContract<Rotated.Config> {
    RotatedContractTest() {
        super(new Rotated(), new Rotated.Config(Spec.of("mnist-10k"), List.of(), 3, 180));
    }

    @Override
    protected HostContext host(long seed) {
        return new HostContext(seed, new Plugins(Map.of(), Map.of("mnist-10k", (spec, context) -> new Mnist10k().create(new Mnist10k.Config(), context))));
    }
}
