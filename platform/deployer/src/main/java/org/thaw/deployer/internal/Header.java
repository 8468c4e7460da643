package org.thaw.deployer.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.thaw.deployer.Problem;

/**
 * What a jar's manifest says of itself, read before the framework hears of the jar.
 *
 * @param symbolicName of the bundle
 * @param version      of the bundle
 * @param clauses      the headers that it has and that the framework takes apart, by name
 */
record Header(String symbolicName, Version version, List<String> clauses) {
    private static final List<String> CLAUSES = List.of(Constants.IMPORT_PACKAGE, Constants.DYNAMICIMPORT_PACKAGE, Constants.REQUIRE_BUNDLE,
            Constants.REQUIRE_CAPABILITY, Constants.PROVIDE_CAPABILITY, Constants.BUNDLE_NATIVECODE, Constants.BUNDLE_CLASSPATH);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,200}");
    /** Some hundred times what the largest manifests of plugins need; what is parsed must fit into memory, and on the stack. */
    private static final long LONGEST = 1 << 20;
    private static final int SHOWN = 60;
    private static final String HELP = "build it with bnd-maven-plugin, as the page on the first plugin shows.";

    /** Reads the manifest of a sound jar. */
    static Header read(Path jar) throws RefusedException {
        Attributes main = attributes(jar);
        String name = firstName(value(main, Constants.BUNDLE_SYMBOLICNAME));
        if (name.isEmpty()) {
            throw notBundle("its manifest has no Bundle-SymbolicName");
        }
        if (!NAME.matcher(name).matches()) {
            throw notBundle("its Bundle-SymbolicName \"" + shortened(name) + "\" is not made of letters, digits, dots, hyphens and underscores");
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
        return new Header(name, version(value(main, Constants.BUNDLE_VERSION)), CLAUSES.stream().filter(clause -> !value(main, clause).isBlank()).toList());
    }

    private static Version version(String text) throws RefusedException {
        try {
            return Version.parseVersion(text);
        } catch (IllegalArgumentException e) {
            throw notBundle("its Bundle-Version " + shortened(text) + " is not of the form 1.2.3 or 1.2.3.qualifier");
        }
    }

    private static Attributes attributes(Path jar) throws RefusedException {
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            ZipEntry entry = file.getEntry(JarFile.MANIFEST_NAME);
            if (entry != null && entry.getSize() > LONGEST) {
                throw notBundle("its META-INF/MANIFEST.MF has " + entry.getSize() + " bytes, of which " + LONGEST + " are allowed");
            }
            Optional<Manifest> manifest = Optional.ofNullable(file.getManifest());
            return manifest.orElseThrow(() -> notBundle("it has no META-INF/MANIFEST.MF")).getMainAttributes();
        } catch (IOException | IllegalArgumentException e) {
            throw notBundle("its META-INF/MANIFEST.MF cannot be read (" + e.getMessage() + ")");
        }
    }

    private static RefusedException notBundle(String why) {
        return new RefusedException(Problem.Type.NOT_A_BUNDLE, "it is not a bundle: " + why + "; " + HELP);
    }

    static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private static String value(Attributes attributes, String name) {
        String value = attributes.getValue(name);
        return value == null ? "" : value;
    }

    private static String firstName(String header) {
        return header.split("[;,]", 2)[0].strip();
    }
}
