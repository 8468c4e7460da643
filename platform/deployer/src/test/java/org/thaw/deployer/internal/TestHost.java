package org.thaw.deployer.internal;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.thaw.deployer.Deployer;
import org.thaw.deployer.Deployment;
import org.thaw.deployer.PluginProperties;

/** A framework with nothing in it but the deployer, over folders of a test. */
public final class TestHost implements AutoCloseable {
    static final Duration LONG = Duration.ofSeconds(30);
    private static final int POLL = 10;

    public final Path plugins;
    private final Path base;
    private final int startMillis;
    private Framework framework;
    private FolderDeployer deployer;

    private TestHost(Path base, Path plugins, int startMillis) {
        this.base = base;
        this.plugins = plugins;
        this.startMillis = startMillis;
    }

    public static TestHost in(Path base) throws Exception {
        return in(base, base.resolve("plugins"), 10_000);
    }

    static TestHost in(Path base, Path plugins, int startMillis) throws Exception {
        TestHost host = new TestHost(base, plugins, startMillis);
        Files.createDirectories(plugins);
        host.start();
        return host;
    }

    void start() throws BundleException {
        Map<String, String> properties = new HashMap<>();
        properties.put("org.osgi.framework.storage", base.resolve("cache").toString());
        properties.put("org.osgi.framework.bsnversion", "multiple");
        properties.put("org.osgi.framework.system.packages.extra",
                "org.thaw.api;version=0.1.0,org.thaw.api.environment;version=0.1.0,org.thaw.api.learner;version=0.1.0,"
                        + "org.thaw.api.metric;version=0.1.0,org.thaw.api.protocol;version=0.1.0");
        properties.put("felix.log.level", "1");
        properties.put(Deployer.PLUGINS, plugins.toString());
        properties.put(Deployer.STATE, base.resolve("state").toString());
        framework = new FrameworkFactory().newFramework(properties);
        framework.start();
        deployer = new FolderDeployer(context(), settings());
    }

    public Deployer deployer() {
        return deployer;
    }

    public BundleContext context() {
        return framework.getBundleContext();
    }

    /** Waits until the folder is processed; a test that waits a minute is broken. */
    public void settle() throws InterruptedException {
        if (!deployer.settle(LONG)) {
            throw new AssertionError("not settled: " + deployer.deployments());
        }
    }

    Optional<ServiceReference<?>> service(String filter) throws InvalidSyntaxException {
        ServiceReference<?>[] found = context().getAllServiceReferences(null, filter);
        return found == null ? Optional.empty() : Arrays.<ServiceReference<?>>stream(found).findFirst();
    }

    List<String> ids() throws InvalidSyntaxException {
        ServiceReference<?>[] found = context().getAllServiceReferences(null, "(" + PluginProperties.ID + "=*)");
        return found == null ? List.of() : Arrays.stream(found).map(TestHost::name).sorted().toList();
    }

    static String name(ServiceReference<?> service) {
        return service.getProperty(PluginProperties.ID) + "@" + service.getProperty(PluginProperties.VERSION);
    }

    public List<Bundle> pluginBundles() {
        return Arrays.stream(context().getBundles()).filter(Installer::isPlugin).toList();
    }

    Deployment deployment(String file, Deployment.State state) {
        return deployer.deployments().stream().filter(known -> known.file().equals(file) && known.state() == state).findFirst()
                .orElseThrow(() -> new AssertionError(file + " is not " + state + ": " + deployer.deployments()));
    }

    boolean marked(String file, String suffix) {
        return Files.exists(plugins.resolve(file + suffix));
    }

    String marker(String file, String suffix) throws IOException {
        return Files.readString(plugins.resolve(file + suffix));
    }

    /** What a changed configuration or an update of the deployer's own bundle amounts to. */
    void restartDeployer() throws Exception {
        deployer.deactivate();
        if (!ids().isEmpty()) {
            throw new AssertionError("services left: " + ids());
        }
        deployer = new FolderDeployer(context(), settings());
    }

    void stop() throws Exception {
        deployer.deactivate();
        framework.stop();
        framework.waitForStop(LONG.toMillis());
    }

    @Override
    public void close() throws Exception {
        if (framework.getState() == Bundle.ACTIVE) {
            stop();
        }
    }

    private Settings settings() {
        return new Settings() {
            @Override
            public int pollMillis() {
                return POLL;
            }

            @Override
            public int startMillis() {
                return startMillis;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return Settings.class;
            }
        };
    }
}
