package org.thaw.deployer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.thaw.api.Plugin;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.deployer.Deployment.State;
import org.thaw.deployer.Lease;
import org.thaw.deployer.NotDeployedException;
import org.thaw.deployer.Offer;

/** Jars that have left, called back by their hash. */
class RecallTest {
    @TempDir
    Path base;
    private TestHost host;
    private byte[] bytes;
    private String sha256;

    @BeforeEach
    void start() throws Exception {
        host = TestHost.in(base);
        PluginJar.learner("a").dropInto(host.plugins, "a.jar");
        host.settle();
        bytes = Files.readAllBytes(file());
        sha256 = host.deployment("a.jar", State.SERVING).sha256();
    }

    @AfterEach
    void stop() throws Exception {
        host.close();
    }

    @Test
    void aJarThatHasLeftComesBackFromTheStoreForItsLeaseAlone() throws Exception {
        remove();
        assertThrows(NotDeployedException.class, () -> host.deployer().lease(sha256));
        try (Lease lease = host.deployer().recall(sha256)) {
            assertEquals(sha256, lease.sha256());
            assertEquals("test.a", lease.symbolicName());
            assertEquals("1.0.0", lease.version());
            assertEquals(List.of("a"), lease.offers().stream().map(Offer::id).toList());
            assertInstanceOf(LearnerFactory.class, factory(lease));
            assertEquals(Bundle.ACTIVE, host.context().getBundle("plugin:" + sha256).getState());

            host.settle();
            assertEquals(List.of(), host.ids(), "nobody comes upon it by name");
            assertEquals(1, host.deployment(sha256 + ".jar", State.RECALLED).leases());
            assertEquals("a is not available to new runs: " + sha256 + ".jar does not serve from the plugins folder, but was recalled from the store; "
                    + "1 lease holds version 1.0.0.", host.deployer().why("a"));
            try (Lease second = host.deployer().lease(sha256); Lease third = host.deployer().recall(sha256)) {
                assertSame(factory(lease), factory(second));
                assertSame(factory(lease), factory(third));
                assertEquals(3, host.deployment(sha256 + ".jar", State.RECALLED).leases());
            }
        }
        host.settle();
        assertEquals(List.of(), host.pluginBundles());
        assertEquals(List.of(), host.deployer().deployments());
        assertEquals(List.of(), host.deployer().lingering());
    }

    @Test
    void recallingWhatServesIsLeasingIt() throws Exception {
        try (Lease lease = host.deployer().recall(sha256)) {
            assertSame(host.context().getService(host.service("(thaw.id=a)").orElseThrow()), factory(lease));
            assertEquals(1, host.deployment("a.jar", State.SERVING).leases());
            remove();
            assertEquals(1, host.deployment("a.jar", State.REMOVED).leases());
            assertSame(factory(lease), factory(host.deployer().recall(sha256)));
        }
    }

    @Test
    void aRecalledJarThatIsDroppedServesAndOneThatIsRemovedAgainStaysLeased() throws Exception {
        remove();
        Lease lease = host.deployer().recall(sha256);
        Object factory = factory(lease);
        Files.write(file(), bytes);
        host.settle();
        assertEquals(List.of("a@1.0.0"), host.ids());
        assertSame(factory, host.context().getService(host.service("(thaw.id=a)").orElseThrow()));
        assertEquals(1, host.deployment("a.jar", State.SERVING).leases());
        assertEquals(1, host.deployer().deployments().size());

        remove();
        assertEquals(1, host.deployment("a.jar", State.REMOVED).leases());
        Files.write(file(), bytes);
        host.settle();
        lease.close();
        host.settle();
        assertEquals(List.of("a@1.0.0"), host.ids());
        assertEquals(1, host.pluginBundles().size());
    }

    @Test
    void anOlderJarIsRecalledBesideTheOneThatServesTheSameIdAndVersion() throws Exception {
        PluginJar.learner("a").salted("new").dropInto(host.plugins, "a.jar");
        host.settle();
        try (Lease lease = host.deployer().recall(sha256)) {
            Object serving = host.context().getService(host.service("(thaw.id=a)").orElseThrow());
            assertNotSame(serving.getClass(), factory(lease).getClass());
            assertEquals(1, host.deployment(sha256 + ".jar", State.RECALLED).leases());
            host.deployment("a.jar", State.SERVING);
        }
        host.settle();
        assertEquals(List.of("a@1.0.0"), host.ids());
        assertEquals(1, host.pluginBundles().size());
    }

    @Test
    void aJarIsRecalledAfterARestartAndBeforeTheFirstLook() throws Exception {
        host.stop();
        Files.delete(file());
        host.start();
        try (Lease lease = host.deployer().recall(sha256)) {
            host.settle();
            assertInstanceOf(LearnerFactory.class, factory(lease));
            assertEquals(1, host.pluginBundles().size());
        }
        host.settle();
        assertEquals(List.of(), host.pluginBundles());
    }

    @Test
    void manyThreadsShareOneRecalledBundleWhileItsFileComesAndGoes() throws Exception {
        int users = 4;
        CyclicBarrier together = new CyclicBarrier(users + 1);
        ExecutorService threads = Executors.newFixedThreadPool(users);
        try {
            List<Future<Integer>> all = new ArrayList<>();
            for (int user = 0; user < users; user++) {
                all.add(threads.submit(() -> {
                    together.await();
                    int used = 0;
                    for (int i = 0; i < 50; i++) {
                        try (Lease lease = host.deployer().recall(sha256)) {
                            used += factory(lease).getClass().getClassLoader().loadClass("sample.Settings").isRecord() ? 1 : 0;
                        }
                    }
                    return used;
                }));
            }
            together.await();
            for (int i = 0; i < 10; i++) {
                remove();
                Files.write(file(), bytes);
                host.settle();
            }
            for (Future<Integer> each : all) {
                assertEquals(50, each.get());
            }
        } finally {
            threads.shutdownNow();
        }
        remove();
        host.settle();
        assertEquals(List.of(), host.pluginBundles());
        assertEquals(List.of(), host.deployer().deployments());
    }

    @Test
    void aHashThatNothingHasIsToldWhereItWasLookedFor() {
        String nowhere = "0".repeat(64);
        assertEquals("The jar with the SHA-256 " + nowhere + " is neither in the plugins folder " + host.plugins + " nor in the store " + store()
                + "; copy that very jar into the plugins folder, or choose a version that is there.", refusal(nowhere));
        assertTrue(refusal("../../a").startsWith("\"../../a\" names no jar: a SHA-256 is 64 digits"));
    }

    @Test
    void bytesThatChangedInTheStoreAreSetAsideAndAGoodCopyHeals() throws Exception {
        remove();
        Path kept = store().resolve(sha256 + ".jar");
        byte[] changed = bytes.clone();
        changed[changed.length / 2] ^= 1;
        Files.write(kept, changed);

        String sentence = refusal(sha256);
        assertTrue(sentence.contains(sha256 + " is in the store " + store() + ", but cannot be deployed from there: its bytes changed in the store"), sentence);
        assertFalse(Files.exists(kept));
        assertEquals(List.of(), host.pluginBundles());

        Files.write(file(), bytes);
        host.settle();
        remove();
        host.deployer().recall(sha256).close();
    }

    @Test
    void aDeployerThatWasStoppedRecallsNothing() throws Exception {
        remove();
        host.stop();
        assertThrows(IllegalStateException.class, () -> host.deployer().recall(sha256));
    }

    private String refusal(String hash) {
        NotDeployedException e = assertThrows(NotDeployedException.class, () -> host.deployer().recall(hash));
        assertEquals(hash, e.sha256());
        return e.getMessage();
    }

    private static Object factory(Lease lease) {
        return lease.factory(LearnerFactory.class, Plugin.Kind.LEARNER, "a");
    }

    private void remove() throws Exception {
        Files.delete(file());
        host.settle();
    }

    private Path file() {
        return host.plugins.resolve("a.jar");
    }

    private Path store() {
        return base.resolve("state/store");
    }
}
