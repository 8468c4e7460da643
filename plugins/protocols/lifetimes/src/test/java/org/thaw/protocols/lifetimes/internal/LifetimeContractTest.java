package org.thaw.protocols.lifetimes.internal;

import java.util.Optional;
import org.thaw.tck.ProtocolContract;

/** A lifetime keeps the contract of protocols. */
class LifetimeContractTest extends ProtocolContract<Lifetime.Config> {
    LifetimeContractTest() {
        super(new Lifetime.Factory(), new Lifetime.Config(1_000, 0, 300, 5));
    }

    @Override
    protected Optional<String> defaultsDoNotSuffice() {
        return Optional.of("a life's length must be given");
    }
}
