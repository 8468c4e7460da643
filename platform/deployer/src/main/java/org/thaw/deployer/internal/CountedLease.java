package org.thaw.deployer.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.thaw.api.Plugin;
import org.thaw.deployer.Deployment;
import org.thaw.deployer.Lease;
import org.thaw.deployer.Offer;

/** Lets go of the unit when closed, so that a forgotten closed lease keeps no class loader alive. */
final class CountedLease implements Lease {
    private final AtomicReference<Unit> held;
    private final Deployment deployment;
    private final Path jar;
    private final Runnable closed;

    /** @param unit already acquired; @param closed called once, after the lease was given back */
    CountedLease(Unit unit, Runnable closed) {
        this.held = new AtomicReference<>(unit);
        this.deployment = unit.deployment();
        this.jar = unit.jar();
        this.closed = closed;
    }

    @Override
    public String sha256() {
        return deployment.sha256();
    }

    @Override
    public String symbolicName() {
        return deployment.symbolicName();
    }

    @Override
    public String version() {
        return deployment.version();
    }

    @Override
    public List<Offer> offers() {
        return deployment.offers();
    }

    @Override
    public Path jar() {
        return jar;
    }

    @Override
    public <F> F factory(Class<F> type, Plugin.Kind kind, String id) {
        Unit unit = Optional.ofNullable(held.get()).orElseThrow(() -> new IllegalStateException("the lease of " + sha256() + " is closed"));
        Object factory = unit.factory(kind, id).orElseThrow(() -> new IllegalArgumentException(unit.file() + " offers no " + kind + " " + id + "; it offers "
                + String.join(", ", unit.offers().stream().map(Announcement::name).toList())));
        if (!type.isInstance(factory)) {
            throw new IllegalArgumentException("the factory of " + kind + " " + id + " is a " + FactoryMaker.interfaceOf(kind).getName() + ", not a " + type.getName());
        }
        return type.cast(factory);
    }

    @Override
    public void close() {
        Unit unit = held.getAndSet(null);
        if (unit != null) {
            unit.release();
            closed.run();
        }
    }
}
