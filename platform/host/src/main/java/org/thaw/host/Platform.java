package org.thaw.host;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleRevision;

/**
 * The bundles of the installation: those in {@code platform} are installed and started, in the order of their names; those in {@code bundles} are
 * libraries, installed, and started when something loads a class of theirs. The framework reads the jars where they lie and copies nothing.
 */
final class Platform {
    /** The log service comes first, and hence goes last: the others report to it. */
    private static final String FIRST = "org.apache.felix.log-";

    private final BundleContext context;
    private final Role role;
    private final Map<String, String> faults = new LinkedHashMap<>();

    Platform(BundleContext context, Role role) {
        this.context = context;
        this.role = role;
    }

    /** Installs and starts all. What is wrong with single bundles is left to {@link #faults()}: the others may do without them. */
    void start(Path home) throws StartException {
        List<Bundle> platform = install(home.resolve("platform"));
        List<Bundle> libraries = install(home.resolve("bundles"));
        platform.forEach(bundle -> start(bundle, 0));
        libraries.stream().filter(Platform::lazy).forEach(bundle -> start(bundle, Bundle.START_ACTIVATION_POLICY));
    }

    /** File name to reason, one for each bundle that could not be installed or started. */
    Map<String, String> faults() {
        return faults;
    }

    private List<Bundle> install(Path folder) throws StartException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
                jars.forEach(files::add);
            } catch (IOException e) {
                throw new StartException("The folder " + folder + " cannot be read (" + e + ").", e);
            }
        }
        files.removeIf(file -> !role.needs(file.getFileName().toString()));
        files.sort(Comparator.comparing((Path file) -> !file.getFileName().toString().startsWith(FIRST)).thenComparing(file -> file));
        List<Bundle> bundles = new ArrayList<>();
        for (Path file : files) {
            try {
                bundles.add(context.installBundle("reference:" + file.toUri()));
            } catch (BundleException e) {
                faults.put(file.getFileName().toString(), Unresolved.sentence(e));
            }
        }
        return bundles;
    }

    private void start(Bundle bundle, int options) {
        if ((bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0) {
            return;
        }
        try {
            bundle.start(options);
        } catch (BundleException e) {
            String location = bundle.getLocation();
            faults.put(location.substring(location.lastIndexOf('/') + 1), Unresolved.sentence(e));
        }
    }

    private static boolean lazy(Bundle bundle) {
        return bundle.getHeaders("").get(Constants.BUNDLE_ACTIVATIONPOLICY) != null;
    }
}
