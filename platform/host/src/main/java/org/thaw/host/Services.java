package org.thaw.host;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/**
 * The services that the host needs from the bundles. Bundles and host share no classes of Thaw, so these are types of the JDK, told apart by a
 * property, or called by name.
 */
final class Services {
    /** On a {@code ToIntFunction<String[]>}: arguments to exit code. */
    static final String COMMAND = "(&(objectClass=java.util.function.ToIntFunction)(thaw.command=%s))";
    /** On {@code Runnable}s that tell what is under way to stop. */
    static final String STOP = "(thaw.stop=true)";
    static final String DEPLOYER = "org.thaw.deployer.Deployer";

    private final BundleContext context;

    Services(BundleContext context) {
        this.context = context;
    }

    /** The command line, or what a child has instead, if it comes up within the time. @param kind the service's {@code thaw.command} */
    @SuppressWarnings("unchecked")
    Optional<ToIntFunction<String[]>> command(String kind, Duration timeout) throws InterruptedException {
        try {
            ServiceTracker<Object, Object> tracker = new ServiceTracker<>(context, FrameworkUtil.createFilter(COMMAND.formatted(kind)), null);
            tracker.open(true);
            return Optional.ofNullable((ToIntFunction<String[]>) tracker.waitForService(timeout.toMillis()));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean deployerIsUp() {
        return deployer().isPresent();
    }

    /** Waits until all plugins that lie in the folder are deployed, and returns whether they were within the time. */
    boolean settle(Duration timeout) throws InterruptedException {
        Object deployer = deployer().orElseThrow();
        try {
            return (boolean) settle(deployer).invoke(deployer, timeout);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the deployer of this installation does not fit its host: " + e, e);
        }
    }

    /** Those who want to be told that the process is being ended. */
    List<Runnable> stoppers() {
        List<Runnable> stoppers = new ArrayList<>();
        try {
            for (ServiceReference<Runnable> reference : context.getServiceReferences(Runnable.class, STOP)) {
                Optional.ofNullable(context.getService(reference)).ifPresent(stoppers::add);
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
        return stoppers;
    }

    private Optional<Object> deployer() {
        return Optional.ofNullable(context.getServiceReference(DEPLOYER)).map(context::getService);
    }

    private static Method settle(Object deployer) throws ReflectiveOperationException {
        for (Class<?> type = deployer.getClass(); type != null; type = type.getSuperclass()) {
            for (Class<?> implemented : type.getInterfaces()) {
                if (implemented.getName().equals(DEPLOYER)) {
                    return implemented.getMethod("settle", Duration.class);
                }
            }
        }
        throw new NoSuchMethodException(DEPLOYER + ".settle(Duration)");
    }
}
