package org.thaw.host;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Makes bundles out of classes of these tests. */
final class TestBundles {
    private TestBundles() {
    }

    /**
     * @param headers further headers of the manifest, in bnd's syntax
     */
    static void write(Path file, String name, Class<?> activator, Map<String, String> headers) throws Exception {
        Path classes = Path.of(activator.getProtectionDomain().getCodeSource().getLocation().toURI());
        Files.createDirectories(file.getParent());
        try (Builder builder = new Builder(); Jar classpath = new Jar(classes.toFile())) {
            builder.addClasspath(classpath);
            builder.setBundleSymbolicName(name);
            builder.setProperty("Bundle-Activator", activator.getName());
            builder.setProperty("Private-Package", activator.getPackageName());
            builder.setProperty("-noextraheaders", "true");
            headers.forEach(builder::setProperty);
            builder.build().write(file.toFile());
            if (!builder.isOk()) {
                throw new IllegalStateException(builder.getErrors() + " " + builder.getWarnings());
            }
        }
    }
}
