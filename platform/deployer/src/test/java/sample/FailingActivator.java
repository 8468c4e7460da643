package sample;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

public class FailingActivator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        throw new IllegalStateException("no start");
    }

    @Override
    public void stop(BundleContext context) {
        // never started
    }
}
