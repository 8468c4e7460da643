package org.thaw.runtime.internal.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;
import org.thaw.api.Plugin;
import org.thaw.api.StateId;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.deployer.Deployer;
import org.thaw.deployer.Lease;
import org.thaw.deployer.PluginProperties;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.catalog.UnknownPluginException;
import org.thaw.runtime.toys.Centroids;

class ServiceCatalogTest {
    @TempDir
    Path cache;
    private final List<String> leased = new ArrayList<>();
    /** Leases, and does nothing else. */
    private final Deployer deployer = fake(Deployer.class, (self, method, arguments) -> {
        leased.add((String) arguments[0]);
        return fake(Lease.class, (lease, close, none) -> {
            leased.remove(arguments[0]);
            return null;
        });
    });
    private Framework framework;
    private BundleContext context;

    private static <T> T fake(Class<T> type, InvocationHandler calls) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, calls));
    }

    @BeforeEach
    void start() throws Exception {
        framework = new FrameworkFactory().newFramework(Map.of(Constants.FRAMEWORK_STORAGE, cache.toString(), "felix.log.level", "0"));
        framework.start();
        context = framework.getBundleContext();
    }

    @AfterEach
    void stop() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
    }

    private ServiceRegistration<?> offer(Object factory, String id, String version) {
        Hashtable<String, Object> properties = new Hashtable<>(Map.of(PluginProperties.KIND, "LEARNER", PluginProperties.ID, id, PluginProperties.VERSION, version,
                PluginProperties.SHA256, "sha of " + version, PluginProperties.STATE, "classifier:3", PluginProperties.ACCEPTS, new String[] {"classifier:2", "linear"},
                PluginProperties.PRIVILEGE, "SEEN_DATA", PluginProperties.FILE, "toys.jar"));
        return context.registerService(LearnerFactory.class.getName(), factory, properties);
    }

    private static List<String> labels(ServiceCatalog catalog) {
        return catalog.entries().stream().map(PluginEntry::label).toList();
    }

    @Test
    void pluginsComeAndGoWithTheirServices() throws Exception {
        offer(new Centroids.Factory(), "early", "1.0.0");
        ServiceCatalog catalog = new ServiceCatalog(context, deployer);
        assertEquals(List.of("learner early@1.0.0"), labels(catalog));

        ServiceRegistration<?> old = offer(new Centroids.Factory(), "late", "1.9.0");
        offer(new Centroids.Factory(), "late", "1.10.0");
        assertEquals(List.of("learner early@1.0.0", "learner late@1.10.0", "learner late@1.9.0"), labels(catalog));
        assertEquals("1.9.0", catalog.find(Plugin.Kind.LEARNER, "late@[1,1.10)").version());

        old.unregister();
        assertThrows(UnknownPluginException.class, () -> catalog.find(Plugin.Kind.LEARNER, "late@[1,1.10)"));
        catalog.close();
    }

    @Test
    void anEntryTellsWhatTheManifestAnnounced() throws Exception {
        offer(new Centroids.Factory(), "toy", "1.0.0");
        ServiceCatalog catalog = new ServiceCatalog(context, deployer);
        PluginEntry entry = catalog.find(Plugin.Kind.LEARNER, "toy");

        assertEquals(List.of(new StateId("classifier", 3), new StateId("classifier", 2), new StateId("linear", 1)), entry.accepts());
        assertEquals("SEEN_DATA", entry.privilege().name());
        assertEquals(Centroids.Config.class, entry.configuration());
        assertEquals(Centroids.class, entry.product());
        try (AutoCloseable lease = catalog.lease(entry)) {
            assertEquals(List.of("sha of 1.0.0"), leased);
        }
        assertEquals(List.of(), leased);
        catalog.close();
    }

    @Test
    void aFactoryThatDoesNotFitIsLeftOutAndTheOthersStay() throws Exception {
        @SuppressWarnings({"rawtypes", "unchecked"})
        LearnerFactory<?, ?> raw = (LearnerFactory) (configuration, signature, host) -> {
            throw new UnsupportedOperationException();
        };
        ServiceRegistration<?> misfit = offer(raw, "misfit", "1.0.0");
        offer(new Centroids.Factory(), "toy", "not a version");
        ServiceCatalog catalog = new ServiceCatalog(context, deployer);
        offer(raw, "misfit", "2.0.0");
        offer(new Centroids.Factory(), "toy", "1.0.0");

        assertEquals(List.of("learner toy@1.0.0"), labels(catalog));
        misfit.unregister();
        assertEquals(List.of("learner toy@1.0.0"), labels(catalog));
        catalog.close();
    }
}
