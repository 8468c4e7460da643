package org.thaw.deployer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.thaw.api.Plugin;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.deployer.Deployment.State;
import org.thaw.deployer.Lease;
import org.thaw.deployer.Problem;
import sample.Parts;

/** The deployer among other bundles, class loaders and threads. */
class SurroundingsTest {
    @TempDir
    Path base;
    private TestHost host;

    @BeforeEach
    void start() throws Exception {
        host = TestHost.in(base);
    }

    @AfterEach
    void stop() throws Exception {
        host.close();
    }

    @Test
    void aMissingImportIsMadeGoodByALaterBundle() throws Exception {
        PluginJar.learner("a").header("Import-Package", "org.thaw.api,org.thaw.api.environment,org.thaw.api.learner,later").dropInto(host.plugins, "a.jar");
        host.settle();
        assertEquals(Problem.Type.UNRESOLVED, host.deployment("a.jar", State.FAILED).problem().orElseThrow().type());

        byte[] provider = PluginJar.named("test.later").header("Export-Package", "later").with("later/x.txt", new byte[0]).bytes();
        host.context().installBundle("later", new ByteArrayInputStream(provider));
        host.settle();
        assertEquals(List.of("a@1.0.0"), host.ids());
        assertFalse(host.marked("a.jar", ".failed"));
    }

    @Test
    void aRemovalThatWouldRestartAnotherBundleDoesNot() throws Exception {
        PluginJar.learner("a").dropInto(host.plugins, "a.jar");
        host.settle();
        Bundle dependent = host.context().installBundle("dependent",
                new ByteArrayInputStream(PluginJar.named("test.dependent").header("Require-Bundle", "test.a").bytes()));
        dependent.start();
        BundleWiring before = dependent.adapt(BundleWiring.class);

        Files.delete(host.plugins.resolve("a.jar"));
        host.settle();
        assertEquals(List.of(), host.ids());
        assertEquals(List.of(), host.pluginBundles());
        assertEquals(Bundle.ACTIVE, dependent.getState());
        assertSame(before, dependent.adapt(BundleWiring.class));
        assertTrue(before.isCurrent());
    }

    @Test
    void aBundleStoppedOrUninstalledFromOutsideIsDeployedAgain() throws Exception {
        PluginJar.learner("a").dropInto(host.plugins, "a.jar");
        host.settle();
        host.pluginBundles().get(0).stop();
        host.settle();
        assertEquals(List.of("a@1.0.0"), host.ids());
        assertEquals(1, host.pluginBundles().size());

        host.pluginBundles().get(0).uninstall();
        host.settle();
        assertEquals(List.of("a@1.0.0"), host.ids());
    }

    @Test
    void aLeaseOfABundleStoppedFromOutsideDoesNotTakeItsSuccessorAlong() throws Exception {
        PluginJar.learner("a").dropInto(host.plugins, "a.jar");
        host.settle();
        Lease lease = host.deployer().lease(host.deployment("a.jar", State.SERVING).sha256());
        host.pluginBundles().get(0).stop();
        host.settle();
        lease.close();
        host.settle();
        assertEquals(List.of("a@1.0.0"), host.ids());
        assertEquals(1, host.pluginBundles().size());
        assertEquals(1, host.deployer().deployments().size());
    }

    @Test
    void theClassLoaderOfARemovedPluginIsCollected() throws Exception {
        WeakReference<ClassLoader> loader = deployed("a.jar", Parts.LeavesAThreadLocal.class);
        Files.delete(host.plugins.resolve("a.jar"));
        host.settle();
        assertCollected(loader);
    }

    @Test
    void theClassLoaderOfAReplacedPluginIsCollectedAfterItsLease() throws Exception {
        WeakReference<ClassLoader> loader = deployed("a.jar", Parts.OfLearners.class);
        Lease lease = host.deployer().lease(host.deployment("a.jar", State.SERVING).sha256());
        PluginJar.learner("a").version("2.0.0").dropInto(host.plugins, "a.jar");
        host.settle();
        assertSame(loader.get(), lease.factory(LearnerFactory.class, Plugin.Kind.LEARNER, "a").getClass().getClassLoader());

        lease.close();
        host.settle();
        assertCollected(loader);
        assertEquals(64, lease.sha256().length());   // the lease itself is still in use
    }

    @Test
    void aPluginWhoseClassesStayIsNamedUntilTheyGo() throws Exception {
        Object held = deployed("a.jar", Parts.OfLearners.class).get();
        Files.delete(host.plugins.resolve("a.jar"));
        host.settle();

        assertEquals(List.of("a.jar"), host.deployer().lingering());
        assertTrue(held.toString().contains("test.a"));
        held = null;
        assertEquals(List.of(), host.deployer().lingering());
    }

    @Test
    void theOneThreadEndsWithTheComponent() throws Exception {
        PluginJar.learner("a").dropInto(host.plugins, "a.jar");
        host.settle();
        assertNotEquals(0, threads());
        host.stop();
        assertEquals(0, threads());
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith("thaw-deployer")).count();
    }

    private WeakReference<ClassLoader> deployed(String file, Class<?> factory) throws Exception {
        PluginJar.named("test.a").offer(Plugin.Kind.LEARNER, "a", factory).dropInto(host.plugins, file);
        host.settle();
        return new WeakReference<>(host.context().getService(host.service("(thaw.id=a)").orElseThrow()).getClass().getClassLoader());
    }

    private static void assertCollected(WeakReference<ClassLoader> loader) {
        for (int i = 0; i < 50 && loader.get() != null; i++) {
            System.gc();
        }
        assertEquals(Optional.empty(), Optional.ofNullable(loader.get()));
    }
}
