package org.thaw.nd4j.it;

import aQute.bnd.osgi.Builder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** A running framework with the ND4J bundle and a plugin that uses it. */
final class Installation implements AutoCloseable {
    /** The fragment as built. */
    static final Path NATIVES = built("org.thaw.nd4j.natives-" + System.getProperty("nd4j.libraries"));
    private static final Path ND4J = built("org.thaw.nd4j");

    private final Framework framework;
    private final Bundle nd4j;
    private final Bundle plugin;

    /**
     * @param storage of the framework
     * @param natives the folder to unpack native libraries under
     * @param fragments of the ND4J bundle
     */
    Installation(Path storage, Path natives, Path... fragments) throws Exception {
        framework = new FrameworkFactory().newFramework(Map.of(
            Constants.FRAMEWORK_STORAGE, storage.toString(),
            Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, "org.slf4j;version=2.0.17",
            "thaw.natives", natives.toString()));
        framework.start();
        nd4j = install(ND4J);
        for (Path fragment : fragments) {
            install(fragment);
        }
        plugin = framework.getBundleContext().installBundle("plugin", plugin());
        nd4j.start(Bundle.START_ACTIVATION_POLICY);
        plugin.start();
    }

    /** The state of the ND4J bundle: {@link Bundle#STARTING} until one of its classes is loaded. */
    int state() {
        return nd4j.getState();
    }

    /** A class of the plugin, which runs with the framework's class loading alone. */
    Class<?> load(Class<?> type) throws ClassNotFoundException {
        return plugin.loadClass(type.getName());
    }

    @SuppressWarnings("unchecked")
    <T> T call(Class<? extends Callable<T>> type) throws Exception {
        return ((Callable<T>) load(type).getConstructor().newInstance()).call();
    }

    @Override
    public void close() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(0);
    }

    private static Path built(String name) {
        return Path.of(System.getProperty("bundles"), name + ".jar");
    }

    /** By reference: a framework copies what it installs otherwise, here more than 100 MB. */
    private Bundle install(Path jar) throws BundleException {
        return framework.getBundleContext().installBundle("reference:" + jar.toUri());
    }

    private static InputStream plugin() throws Exception {
        try (Builder builder = new Builder()) {
            builder.setClasspath(new File[] {
                new File(Installation.class.getProtectionDomain().getCodeSource().getLocation().toURI()), ND4J.toFile()});
            builder.setProperty(Constants.BUNDLE_SYMBOLICNAME, "plugin");
            builder.setProperty("-privatepackage", "org.thaw.nd4j.it.plugin");
            var bytes = new ByteArrayOutputStream();
            builder.build().write(bytes);
            if (!builder.isOk()) {
                throw new IllegalStateException("the plugin cannot be built: " + builder.getErrors());
            }
            return new ByteArrayInputStream(bytes.toByteArray());
        }
    }
}
