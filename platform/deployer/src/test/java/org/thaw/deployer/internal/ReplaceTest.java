package org.thaw.deployer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.thaw.api.Plugin;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.metric.MetricFactory;
import org.thaw.deployer.Deployment.State;
import org.thaw.deployer.Lease;
import org.thaw.deployer.NotDeployedException;
import org.thaw.deployer.PluginProperties;
import org.thaw.deployer.Problem;
import sample.Parts;

class ReplaceTest {
    @TempDir
    Path base;
    private TestHost host;

    @BeforeEach
    void start() throws Exception {
        host = TestHost.in(base);
        PluginJar.learner("a").salted("old").dropInto(host.plugins, "a.jar");
        host.settle();
    }

    @AfterEach
    void stop() throws Exception {
        host.close();
    }

    @Test
    void newBytesOfTheSameVersionServeBeforeTheOldOnesGo() throws Exception {
        List<String> events = Collections.synchronizedList(new ArrayList<>());
        host.context().addServiceListener(event -> events.add(
                (event.getType() == ServiceEvent.REGISTERED ? "+" : "-") + TestHost.name(event.getServiceReference())), "(thaw.id=*)");
        String old = sha256();
        PluginJar.learner("a").salted("new").dropInto(host.plugins, "a.jar");
        host.settle();

        assertEquals(List.of("+a@1.0.0", "-a@1.0.0"), events);
        assertNotEquals(old, sha256());
        assertEquals(1, host.pluginBundles().size());
        assertThrows(NotDeployedException.class, () -> host.deployer().lease(old));
    }

    @Test
    void aLeasedVersionStaysUntilItsLastLeaseEnds() throws Exception {
        String old = sha256();
        Lease first = host.deployer().lease(old);
        Lease second = host.deployer().lease(old);
        LearnerFactory<?, ?> factory = first.factory(LearnerFactory.class, Plugin.Kind.LEARNER, "a");
        PluginJar.learner("a").version("1.1.0").dropInto(host.plugins, "a.jar");
        host.settle();

        assertEquals(List.of("a@1.1.0"), host.ids());
        assertEquals(2, host.deployment("a.jar", State.REPLACED).leases());
        assertEquals(0, host.deployment("a.jar", State.SERVING).leases());
        assertEquals(Bundle.ACTIVE, host.context().getBundle("plugin:" + old).getState());
        assertSame(factory, second.factory(LearnerFactory.class, Plugin.Kind.LEARNER, "a"));
        assertEquals(old, Sha256.of(first.jar()).hash());

        first.close();
        first.close();
        host.settle();
        assertEquals(1, host.deployment("a.jar", State.REPLACED).leases());
        second.close();
        host.settle();
        assertEquals(1, host.pluginBundles().size());
        assertEquals(1, host.deployer().deployments().size());
    }

    @Test
    void aFolderEmptiedUnderALeaseHurtsNobody() throws Exception {
        try (Lease lease = host.deployer().lease(sha256())) {
            Files.delete(host.plugins.resolve("a.jar"));
            host.settle();
            assertEquals(List.of(), host.ids());
            assertEquals(1, host.deployment("a.jar", State.REMOVED).leases());
            assertFalse(host.marked("a.jar", ".ok"));
            assertEquals("a is not available to new runs: a.jar was removed from the plugins folder; 1 lease holds version 1.0.0.", host.deployer().why("a"));
            lease.factory(LearnerFactory.class, Plugin.Kind.LEARNER, "a");
            try (Lease another = host.deployer().lease(lease.sha256())) {
                assertEquals(2, host.deployment("a.jar", State.REMOVED).leases());
            }
        }
        host.settle();
        assertEquals(List.of(), host.pluginBundles());
        assertEquals(List.of(), host.deployer().deployments());
    }

    @Test
    void bytesThatComeBackServeAgainFromTheLeasedBundle() throws Exception {
        byte[] bytes = Files.readAllBytes(host.plugins.resolve("a.jar"));
        try (Lease lease = host.deployer().lease(sha256())) {
            Object factory = lease.factory(LearnerFactory.class, Plugin.Kind.LEARNER, "a");
            PluginJar.learner("a").version("1.1.0").dropInto(host.plugins, "a.jar");
            host.settle();
            Files.write(host.plugins.resolve("a.jar"), bytes);
            host.settle();
            assertEquals(List.of("a@1.0.0"), host.ids());
            assertSame(factory, host.context().getService(host.service("(thaw.id=a)").orElseThrow()));
        }
        host.settle();
        assertEquals(List.of("a@1.0.0"), host.ids());
        assertEquals(1, host.pluginBundles().size());
    }

    @Test
    void theLiveOneKeepsServingThroughAHalfWrittenUpdate() throws Exception {
        ServiceReference<?> live = host.service("(thaw.id=a)").orElseThrow();
        byte[] bytes = PluginJar.learner("a").version("2.0.0").bytes();
        Files.write(host.plugins.resolve("a.jar"), Arrays.copyOf(bytes, bytes.length / 2));
        host.settle();

        assertEquals(live, host.service("(thaw.id=a)").orElseThrow());
        assertEquals(Bundle.ACTIVE, live.getBundle().getState());
        assertEquals(Problem.Type.NOT_A_JAR, host.deployment("a.jar", State.FAILED).problem().orElseThrow().type());
        host.deployment("a.jar", State.SERVING);
        assertFalse(host.marked("a.jar", ".ok"));
        assertTrue(host.marker("a.jar", ".failed").startsWith("a.jar was refused, and version 1.0.0 of it, taken in before (SHA-256 "
                + live.getProperty(PluginProperties.SHA256) + ", written "));
        assertTrue(host.marker("a.jar", ".failed").contains("), goes on serving: it is truncated"));

        Files.write(host.plugins.resolve("a.jar"), bytes);
        host.settle();
        assertEquals(List.of("a@2.0.0"), host.ids());
        assertTrue(host.marked("a.jar", ".ok"));
        assertFalse(host.marked("a.jar", ".failed"));
        assertEquals(1, host.deployer().deployments().size());
    }

    @Test
    void theLiveOneKeepsServingWhenItsUpdateThrows() throws Exception {
        ServiceReference<?> live = host.service("(thaw.id=a)").orElseThrow();
        byte[] good = Files.readAllBytes(host.plugins.resolve("a.jar"));
        PluginJar.named("test.a").version("2.0.0").offer(Plugin.Kind.LEARNER, "a", Parts.Throws.class).dropInto(host.plugins, "a.jar");
        host.settle();
        assertEquals(live, host.service("(thaw.id=a)").orElseThrow());
        assertEquals(1, host.pluginBundles().size());

        Files.write(host.plugins.resolve("a.jar"), good);
        host.settle();
        assertEquals(live, host.service("(thaw.id=a)").orElseThrow());
        assertTrue(host.marked("a.jar", ".ok"));
        assertFalse(host.marked("a.jar", ".failed"));
    }

    @Test
    void aLeaseNamesWhatThereIsWhenAskedForWhatIsNot() {
        Lease lease = host.deployer().lease(sha256());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> lease.factory(LearnerFactory.class, Plugin.Kind.LEARNER, "b"))
                .getMessage().contains("it offers learner a"));
        assertThrows(IllegalArgumentException.class, () -> lease.factory(MetricFactory.class, Plugin.Kind.LEARNER, "a"));
        lease.close();
        assertThrows(IllegalStateException.class, () -> lease.factory(LearnerFactory.class, Plugin.Kind.LEARNER, "a"));
        assertThrows(NotDeployedException.class, () -> host.deployer().lease("0".repeat(64)));
    }

    private String sha256() {
        return host.deployer().deployments().stream().filter(known -> known.state() == State.SERVING).findFirst().orElseThrow().sha256();
    }
}
