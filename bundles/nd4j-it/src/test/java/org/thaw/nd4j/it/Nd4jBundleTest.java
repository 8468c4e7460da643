package org.thaw.nd4j.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.thaw.nd4j.it.plugin.DirectProduct;
import org.thaw.nd4j.it.plugin.Product;
import org.thaw.nd4j.it.plugin.Threads;

class Nd4jBundleTest {
    private static final float[] PRODUCT = {19, 22, 43, 50};

    @TempDir
    Path temporary;

    /** One test for all that loads native libraries: a JVM takes them once. */
    @Test
    void aPluginMultipliesMatricesOnOneNativeThread() throws Exception {
        assumeTrue(System.getProperty("nd4j.platform").equals(platform()), "the fragment built is for another platform");
        Path natives = Path.of(System.getProperty("natives"));
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (var installation = new Installation(temporary, natives, Installation.NATIVES)) {
            assertArrayEquals(PRODUCT, installation.call(Product.class));
            assertArrayEquals(PRODUCT, installation.call(DirectProduct.class));
            assertArrayEquals(new int[] {1, 1}, installation.call(Threads.class));

            assertEquals(Bundle.ACTIVE, installation.state());
            assertSame(before, Thread.currentThread().getContextClassLoader());
            assertTrue(Path.of(System.getProperty("org.bytedeco.javacpp.cachedir")).startsWith(natives.toRealPath()));
        }
    }

    @Test
    void whoDoesNotUseNd4jDoesNotLoadIt() throws Exception {
        Path natives = temporary.resolve("natives");
        try (var installation = new Installation(temporary.resolve("storage"), natives, Installation.NATIVES)) {
            installation.load(Product.class);

            assertEquals(Bundle.STARTING, installation.state());
            assertFalse(Files.exists(natives));
        }
    }

    @Test
    void withoutNativesTheFirstUseSaysWhatIsMissing() throws Exception {
        assertMissing();
    }

    @Test
    void nativesOfAnotherPlatformDoNotCount() throws Exception {
        Path foreign = fragment(Map.of(
            "Bundle-SymbolicName", "foreign",
            "Fragment-Host", "org.thaw.nd4j",
            "Require-Capability", "osgi.native;filter:=\"(osgi.native.osname~=qnx)\"",
            "Provide-Capability", "org.thaw.nd4j.natives;sha256=0123456789abcdef0123456789abcdef"));

        assertMissing(foreign);
    }

    @Test
    void aRefusalHoldsForJavaCppTooAndAtEveryAttempt() throws Exception {
        Files.createDirectory(temporary.resolve("natives"));
        Files.writeString(temporary.resolve("natives/file"), "in the way");
        try (var installation = new Installation(temporary.resolve("storage"), temporary.resolve("natives/file"), Installation.NATIVES)) {
            for (Class<?> user : new Class<?>[] {DirectProduct.class, Product.class}) {
                String sentence = sentenceOf(user, installation);
                assertTrue(sentence.contains("cannot be made") && sentence.contains("thaw.natives"), sentence);
            }
        }
    }

    private void assertMissing(Path... fragments) throws Exception {
        try (var installation = new Installation(temporary.resolve("storage"), temporary.resolve("natives"), fragments)) {
            String sentence = sentenceOf(Product.class, installation);
            assertTrue(sentence.startsWith("ND4J has no native libraries for ") && sentence.contains("put the fragment"), sentence);
        }
    }

    private Path fragment(Map<String, String> headers) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        headers.forEach(manifest.getMainAttributes()::putValue);
        Path jar = temporary.resolve("fragment.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static String sentenceOf(Class user, Installation installation) {
        Throwable thrown = assertThrows(LinkageError.class, () -> installation.call(user));
        while (thrown.getCause() != null) {
            thrown = thrown.getCause();
        }
        // the deepest cause is what a person is shown
        return thrown.getMessage();
    }

    /** This machine's platform by the names of the build. */
    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").replace("amd64", "x86_64").replace("aarch64", "arm64");
        return (system.startsWith("mac") ? "macosx" : system.startsWith("win") ? "windows" : system) + "-" + processor;
    }
}
