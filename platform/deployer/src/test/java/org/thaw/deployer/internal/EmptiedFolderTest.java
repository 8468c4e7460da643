package org.thaw.deployer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.api.Plugin;
import org.thaw.api.protocol.Protocol;
import org.thaw.api.protocol.ProtocolFactory;
import org.thaw.deployer.Deployment.State;
import org.thaw.deployer.Lease;
import sample.Parts;

/** The plugins folder is emptied, or goes altogether, while runs hold its jars. */
class EmptiedFolderTest {
    private static final List<String> IDS = List.of("a", "b", "c");
    @TempDir
    Path base;

    @Test
    void leasedJarsGoOnMakingThingsAndLoadingClassesWithoutTheirFolder() throws Exception {
        try (TestHost host = TestHost.in(base)) {
            for (String id : IDS) {
                PluginJar.named("test." + id).offer(Plugin.Kind.PROTOCOL, id, Parts.Works.class).salted("words of " + id).dropInto(host.plugins, id + ".jar");
            }
            host.settle();
            List<Lease> leases = new ArrayList<>();
            for (String id : IDS) {
                leases.add(host.deployer().lease(host.deployment(id + ".jar", State.SERVING).sha256()));
            }
            try (Stream<Path> files = Files.list(host.plugins)) {
                for (Path file : files.toList()) {
                    Files.deleteIfExists(file); // a marker goes with its jar
                }
            }
            host.settle();
            assertAllWork(leases);
            Files.delete(host.plugins);
            host.settle();
            assertAllWork(leases);
            for (String id : IDS) {
                assertEquals(1, host.deployment(id + ".jar", State.REMOVED).leases());
            }

            try (Lease another = host.deployer().recall(leases.get(0).sha256())) {
                assertSame(factory(leases.get(0), "a"), factory(another, "a"));
            }
            leases.forEach(Lease::close);
            host.settle();
            assertEquals(List.of(), host.pluginBundles());
            assertEquals(List.of(), host.deployer().deployments());
        }
    }

    private static void assertAllWork(List<Lease> leases) throws Exception {
        for (int i = 0; i < leases.size(); i++) {
            ProtocolFactory<Record> factory = factory(leases.get(i), IDS.get(i));
            ClassLoader loader = factory.getClass().getClassLoader();
            Protocol made = factory.create((Record) loader.loadClass("sample.Settings").getConstructor().newInstance());
            assertSame(loader, made.getClass().getClassLoader());
            assertInstanceOf(Class.class, loader.loadClass("sample.Parts$OfMetrics"));
            assertEquals("words of " + IDS.get(i), new String(loader.getResourceAsStream("salt").readAllBytes()));
            assertEquals(leases.get(i).sha256(), Sha256.of(leases.get(i).jar()).hash());
        }
    }

    @SuppressWarnings("unchecked")
    private static ProtocolFactory<Record> factory(Lease lease, String id) {
        return lease.factory(ProtocolFactory.class, Plugin.Kind.PROTOCOL, id);
    }
}
