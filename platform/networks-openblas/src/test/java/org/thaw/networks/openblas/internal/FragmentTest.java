package org.thaw.networks.openblas.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** Within a framework. In a JVM of its own: native libraries belong to one class loader. */
class FragmentTest {

    @TempDir
    Path temporary;

    @BeforeAll
    static void nativesAreForThisPlatform() {
        Natives.assume();
    }

    @Test
    void networksFindOpenBlasWhereNd4jIsInstalled() throws Exception {
        Framework framework = framework();
        try {
            install(framework, "org.bytedeco.openblas.global.openblas");
            install(framework, "org.thaw.nd4j.natives");
            install(framework, "org.thaw.networks.openblas.internal.OpenBlasKernels");
            Bundle networks = install(framework, "org.thaw.networks.Kernels");
            networks.start();

            Object kernels = named(networks);
            Class<?> type = networks.loadClass("org.thaw.networks.Kernels");
            assertEquals("openblas", type.getMethod("name").invoke(kernels));
            assertEquals(200f, corner(networks, type, kernels, 200));
        } finally {
            stop(framework);
        }
    }

    @Test
    void withoutNd4jNetworksWorkAllTheSameAndRefuseOpenBlas() throws Exception {
        Framework framework = framework();
        try {
            install(framework, "org.thaw.networks.openblas.internal.OpenBlasKernels");
            Bundle networks = install(framework, "org.thaw.networks.Kernels");
            networks.start();

            assertEquals(Bundle.ACTIVE, networks.getState());
            Throwable e = assertThrows(InvocationTargetException.class, () -> named(networks)).getCause();
            assertInstanceOf(IllegalArgumentException.class, e);
            assertEquals("kernels 'openblas' need org.thaw.networks.openblas and ND4J's bundle beside org.thaw.networks", e.getMessage());
        } finally {
            stop(framework);
        }
    }

    private Framework framework() throws BundleException {
        Framework framework = new FrameworkFactory().newFramework(Map.of(
                Constants.FRAMEWORK_STORAGE, temporary.toString(),
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, "jdk.incubator.vector,sun.misc,org.slf4j;version=2.0.17",
                "thaw.natives", System.getProperty("natives")));
        framework.start();
        return framework;
    }

    private static void stop(Framework framework) throws Exception {
        framework.stop();
        framework.waitForStop(0);
    }

    private static Object named(Bundle networks) throws ReflectiveOperationException {
        return networks.loadClass("org.thaw.networks.Kernels").getMethod("named", String.class).invoke(null, "openblas");
    }

    /** The first element of the product of two square matrices of ones. */
    private static float corner(Bundle networks, Class<?> type, Object kernels, int n) throws ReflectiveOperationException {
        float[] ones = new float[n * n];
        Arrays.fill(ones, 1f);
        float[] product = new float[n * n];
        Class<?> form = networks.loadClass("org.thaw.networks.Kernels$Form");
        Method sgemm = Stream.of(type.getMethods()).filter(method -> method.getName().equals("sgemm")).findFirst().orElseThrow();
        sgemm.invoke(kernels, form.getEnumConstants()[0], n, n, n, ones, 0, n, ones, 0, n, product, 0, n, false);
        return product[0];
    }

    /** Installs what the class path has of that class, or of that name. */
    private static Bundle install(Framework framework, String what) throws BundleException {
        File file = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).map(File::new)
                .filter(entry -> holds(entry, what)).findFirst().orElseThrow(() -> new IllegalStateException(what + " is not on the class path"));
        return framework.getBundleContext().installBundle("reference:" + file.toURI());
    }

    private static boolean holds(File entry, String what) {
        String path = what.replace('.', '/') + ".class";
        if (entry.isDirectory()) {
            return new File(entry, path).exists();
        }
        if (entry.getName().startsWith(what)) {
            return true;
        }
        try (JarFile jar = new JarFile(entry)) {
            return jar.getEntry(path) != null;
        } catch (IOException e) {
            return false;
        }
    }
}
