package org.thaw.deployer.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.thaw.deployer.Problem;

/** Brings bundles into the framework and out of it again, each without a ripple to any other bundle. */
final class Installer {
    static final String LOCATION = "plugin:";
    private static final System.Logger LOG = System.getLogger(Installer.class.getName());
    private static final long REFRESH_SECONDS = 10;

    private final BundleContext context;
    private final FrameworkWiring framework;
    private final Departures departures = new Departures();

    Installer(BundleContext context) {
        this.context = context;
        this.framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    }

    /** Installs a jar of the store, or finds it installed by an earlier process. */
    Bundle install(String sha256, Path jar, Header header) throws RefusedException {
        String location = LOCATION + sha256;
        Optional<Bundle> cached = Optional.ofNullable(context.getBundle(location));
        if (cached.isPresent()) {
            return cached.get();
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(jar))) {
            return context.installBundle(location, in);
        } catch (BundleException | IOException | RuntimeException | StackOverflowError e) {   // Felix's parsers trust manifests more than they should
            throw new RefusedException(Problem.Type.NOT_A_BUNDLE, "the framework does not accept it: " + FactoryMaker.reason(root(e)) + "; look at "
                    + (header.clauses().isEmpty() ? "its manifest" : "the manifest's " + String.join(", ", header.clauses())) + ", which bnd-maven-plugin writes well.");
        }
    }

    /** Felix packs the reason up to three times. */
    private static Throwable root(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    boolean installed(String sha256) {
        return context.getBundle(LOCATION + sha256) != null;
    }

    void resolve(Bundle bundle) throws RefusedException {
        if (!framework.resolveBundles(Set.of(bundle))) {
            throw new Unresolved(framework).explain(bundle.adapt(org.osgi.framework.wiring.BundleRevision.class));
        }
    }

    /**
     * Uninstalls a bundle and frees its class loader, unless that would restart another bundle.
     *
     * @param name what to call it in the log
     */
    void remove(Bundle bundle, String name) throws InterruptedException {
        if (bundle.getState() == Bundle.STARTING) {
            LOG.log(Level.WARNING, "{0}: its activator has not returned; the bundle stays until the host stops.", name);
            return;
        }
        Collection<Bundle> closure = framework.getDependencyClosure(Set.of(bundle));
        List<String> others = closure.stream().filter(other -> other != bundle).map(Bundle::toString).sorted().toList();
        LOG.log(Level.INFO, "Removing {0} refreshes {1}.", name, closure);
        Optional.ofNullable(bundle.adapt(BundleWiring.class)).map(BundleWiring::getClassLoader).ifPresent(loader -> departures.add(name, loader));
        try {
            if (bundle.getState() != Bundle.UNINSTALLED) {
                bundle.uninstall();
            }
        } catch (BundleException e) {
            LOG.log(Level.WARNING, name + " cannot be uninstalled; its bundle stays until the host stops.", e);
            return;
        }
        if (!others.isEmpty()) {
            LOG.log(Level.WARNING, "{0} is gone, but its classes stay until the host stops: freeing them would restart {1}.", name, others);
        } else if (framework.getRemovalPendingBundles().contains(bundle)) {
            refresh(bundle);
        }
    }

    private void refresh(Bundle bundle) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        framework.refreshBundles(Set.of(bundle), event -> done.countDown());
        if (!done.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
            LOG.log(Level.WARNING, "The framework has not refreshed {0} within {1} s.", bundle, REFRESH_SECONDS);
        }
    }

    /** Removes what an earlier process installed and the folder no longer holds. */
    void removeStrays(Set<String> hashes) throws InterruptedException {
        List<Bundle> strays = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            if (isPlugin(bundle) && !hashes.contains(bundle.getLocation().substring(LOCATION.length()))) {
                strays.add(bundle);
            }
        }
        for (Bundle stray : strays) {
            remove(stray, stray.getSymbolicName() + " of an earlier start");
        }
    }

    Departures departures() {
        return departures;
    }

    static boolean isPlugin(Bundle bundle) {
        return bundle.getLocation().startsWith(LOCATION);
    }
}
