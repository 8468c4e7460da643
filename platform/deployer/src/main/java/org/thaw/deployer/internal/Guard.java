package org.thaw.deployer.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.thaw.deployer.Offer;
import org.thaw.deployer.Problem;

/**
 * Runs a plugin's first code on a thread that ends with it: what the plugin leaves in thread-locals goes with the thread, and code that
 * does not return holds up nothing but itself.
 */
final class Guard {
    private Guard() {
    }

    static List<Made> make(Bundle bundle, List<Offer> offers, Duration limit) throws RefusedException, InterruptedException {
        FutureTask<List<Made>> task = new FutureTask<>(() -> FactoryMaker.make(bundle, offers));
        Thread thread = new Thread(task, "thaw-deployer-start " + bundle.getSymbolicName());
        thread.setDaemon(true);
        thread.setContextClassLoader(bundle.adapt(BundleWiring.class).getClassLoader());
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RefusedException refused) {
                throw refused;
            }
            throw new RefusedException(Problem.Type.FACTORY_FAILED, "its factories cannot be made: " + FactoryMaker.reason(e.getCause()) + ".");
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new RefusedException(Problem.Type.FACTORY_FAILED, "its start did not return within " + limit.toMillis()
                    + " ms; a factory's constructor must only make the factory.");
        }
    }
}
