package org.thaw.deployer.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.thaw.deployer.Problem;

/**
 * What a jar's manifest says of itself, read before the framework hears of the jar.
 *
 * @param symbolicName of the bundle
 * @param version      of the bundle
 */
record Header(String symbolicName, Version version) {
    private static final String HELP = "build it with bnd-maven-plugin, as the page on the first plugin shows.";

    /** Reads the manifest of a sound jar. */
    static Header read(Path jar) throws RefusedException {
        Attributes main = attributes(jar);
        String name = value(main, Constants.BUNDLE_SYMBOLICNAME).split(";")[0].strip();
        if (name.isEmpty()) {
            throw notBundle("its manifest has no Bundle-SymbolicName");
        }
        if (!value(main, Constants.BUNDLE_MANIFESTVERSION).strip().equals("2")) {
            throw notBundle("its manifest lacks Bundle-ManifestVersion: 2");
        }
        String host = value(main, Constants.FRAGMENT_HOST);
        if (!host.isBlank()) {
            throw new RefusedException(Problem.Type.NOT_A_LEAF, "it is a fragment of " + firstName(host) + "; a plugin is a bundle of its own.");
        }
        String exports = value(main, Constants.EXPORT_PACKAGE);
        if (!exports.isBlank()) {
            throw new RefusedException(Problem.Type.NOT_A_LEAF, "it exports the package " + firstName(exports)
                    + "; plugins export nothing, so remove Export-Package (with bnd: Private-Package or -exportcontents).");
        }
        return new Header(name, version(value(main, Constants.BUNDLE_VERSION)));
    }

    private static Version version(String text) throws RefusedException {
        try {
            return Version.parseVersion(text);
        } catch (IllegalArgumentException e) {
            throw notBundle("its Bundle-Version " + text + " is not of the form 1.2.3 or 1.2.3.qualifier");
        }
    }

    private static Attributes attributes(Path jar) throws RefusedException {
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            Optional<Manifest> manifest = Optional.ofNullable(file.getManifest());
            return manifest.orElseThrow(() -> notBundle("it has no META-INF/MANIFEST.MF")).getMainAttributes();
        } catch (IOException | IllegalArgumentException e) {
            throw notBundle("its manifest cannot be read (" + e.getMessage() + ")");
        }
    }

    private static RefusedException notBundle(String why) {
        return new RefusedException(Problem.Type.NOT_A_BUNDLE, "it is not a bundle: " + why + "; " + HELP);
    }

    private static String value(Attributes attributes, String name) {
        String value = attributes.getValue(name);
        return value == null ? "" : value;
    }

    private static String firstName(String header) {
        return header.split("[;,]")[0].strip();
    }
}
