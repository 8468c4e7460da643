package org.thaw.nd4j.internal;

import java.nio.file.Path;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.hooks.weaving.WeavingHook;

/**
 * Makes ND4J ready when a plugin first loads one of its classes, before any native library is looked for.
 * <p>
 * Properties of the framework or the system: {@code thaw.natives} names the folder under which native libraries are unpacked (default
 * {@code ~/.cache/thaw/natives}); {@code thaw.nd4j.threads} is the number of native threads of one operation (default 1).
 * <p>
 * What prevents the start does not make it fail: a framework logs the failure of a lazy activator and hands out the class all the same, and
 * JavaCPP would go on with a cache of its own choice. So ND4J is closed to everybody instead, each attempt meeting the reason.
 */
public final class Activator implements BundleActivator {
    static final String FOLDER = "thaw.natives";
    static final String THREADS = "thaw.nd4j.threads";

    @Override
    public void start(BundleContext context) {
        try {
            int threads = threads(context.getProperty(THREADS));
            Natives natives = Natives.attachedTo(context.getBundle());
            Initialisation.run(PrivateFolder.within(parent(context.getProperty(FOLDER)), natives.key()), threads);
        } catch (RefusedException e) {
            refuse(context, e);
        } catch (LinkageError | RuntimeException e) {
            refuse(context, new RefusedException("The native libraries of ND4J do not load on this machine: " + rootOf(e), e));
        }
    }

    /** Nothing to undo: native libraries stay for as long as the process lives. */
    @Override
    public void stop(BundleContext context) {
    }

    static int threads(String value) throws RefusedException {
        if (value == null) {
            // more threads than free cores spin against each other; Thaw is parallel over runs
            return 1;
        }
        try {
            int threads = Integer.parseInt(value.strip());
            if (threads >= 1) {
                return threads;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new RefusedException(THREADS + " is \"" + value + "\"; it must be a whole number of at least 1.");
    }

    static Path parent(String value) {
        return value == null || value.isBlank() ? Path.of(System.getProperty("user.home"), ".cache", "thaw", "natives") : Path.of(value.strip());
    }

    private static Throwable rootOf(Throwable e) {
        return e.getCause() == null ? e : rootOf(e.getCause());
    }

    private static void refuse(BundleContext context, RefusedException reason) {
        context.registerService(WeavingHook.class, new Refusal(context.getBundle(), reason), null);
    }
}
