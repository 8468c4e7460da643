package org.thaw.host.bundle;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Stands in for a bundle that only the interactive shell needs. */
public final class Terminal implements BundleActivator {
    @Override
    public void start(BundleContext context) {
    }

    @Override
    public void stop(BundleContext context) {
    }
}
