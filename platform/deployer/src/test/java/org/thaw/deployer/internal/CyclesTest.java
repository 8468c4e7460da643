package org.thaw.deployer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.api.Plugin;
import org.thaw.api.protocol.ProtocolFactory;
import org.thaw.deployer.Deployment.State;
import org.thaw.deployer.Lease;
import sample.Parts;

/** Install, lease, use, replace, uninstall, recall, over and over: nothing may pile up. */
class CyclesTest {
    /** Threads and files that the virtual machine opens and closes for itself. */
    private static final int SLACK = 3;
    private static final long METASPACE_SLACK = 2 << 20;
    private static final int CLASSES_SLACK = 300;
    @TempDir
    Path base;

    @Test
    void thirtyCyclesLeaveNothingBehind() throws Exception {
        cycle(10, 30);
    }

    @Test
    @Tag("soak")
    void aThousandCyclesLeaveNothingBehind() throws Exception {
        cycle(200, 1_000);
    }

    private void cycle(int warm, int all) throws Exception {
        try (TestHost host = TestHost.in(base)) {
            PluginJar.learner("innocent").dropInto(host.plugins, "innocent.jar");
            host.settle();
            for (int i = 0; i < warm; i++) {
                once(host, i);
            }
            Vitals before = vitals(host);
            for (int i = warm; i < all; i++) {
                once(host, i);
            }
            Vitals after = vitals(host);
            String both = before + ", then " + after;
            assertTrue(after.threads() <= before.threads() + SLACK, both);
            assertTrue(after.descriptors() <= before.descriptors() + SLACK, both);
            assertTrue(after.classes() <= before.classes() + CLASSES_SLACK, both);
            assertTrue(after.metaspace() <= before.metaspace() + METASPACE_SLACK, both);
            assertEquals(List.of("innocent@1.0.0"), host.ids());
            assertEquals(1, host.pluginBundles().size());
            assertEquals(1, host.deployer().deployments().size());
        }
    }

    private static void once(TestHost host, int cycle) throws Exception {
        drop(host, "old" + cycle);
        String old = host.deployment("a.jar", State.SERVING).sha256();
        try (Lease first = host.deployer().lease(old)) {
            drop(host, "new" + cycle);
            String next = host.deployment("a.jar", State.SERVING).sha256();
            try (Lease second = host.deployer().lease(next)) {
                Files.delete(host.plugins.resolve("a.jar"));
                host.settle();
                assertNotSame(use(first), use(second));
            }
        }
        host.settle();
        try (Lease recalled = host.deployer().recall(old)) {
            use(recalled);
        }
        host.settle();
        assertEquals(1, host.pluginBundles().size());
    }

    private static void drop(TestHost host, String salt) throws Exception {
        PluginJar.named("test.a").offer(Plugin.Kind.PROTOCOL, "a", Parts.Works.class).salted(salt).dropInto(host.plugins, "a.jar");
        host.settle();
    }

    @SuppressWarnings("unchecked")
    private static Class<?> use(Lease lease) throws Exception {
        ProtocolFactory<Record> factory = lease.factory(ProtocolFactory.class, Plugin.Kind.PROTOCOL, "a");
        Class<?> settings = factory.getClass().getClassLoader().loadClass("sample.Settings");
        return factory.create((Record) settings.getConstructor().newInstance()).getClass();
    }

    private static Vitals vitals(TestHost host) throws Exception {
        assertEquals(List.of(), host.deployer().lingering());
        return Vitals.now();
    }
}
