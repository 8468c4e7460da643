package org.thaw.deployer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.thaw.deployer.Deployment.State;
import org.thaw.deployer.PluginProperties;

class RestartTest {
    @TempDir
    Path base;

    @Test
    void theFolderIsTheTruthAtEachStart() throws Exception {
        try (TestHost host = TestHost.in(base)) {
            for (String id : List.of("stays", "goes", "changes")) {
                PluginJar.learner(id).dropInto(host.plugins, id + ".jar");
            }
            host.settle();
            List<Long> before = host.pluginBundles().stream().map(Bundle::getBundleId).toList();
            host.stop();

            Files.delete(host.plugins.resolve("goes.jar"));
            PluginJar.learner("changes").version("2.0.0").dropInto(host.plugins, "changes.jar");
            PluginJar.learner("comes").dropInto(host.plugins, "comes.jar");
            host.start();
            host.settle();

            assertEquals(List.of("changes@2.0.0", "comes@1.0.0", "stays@1.0.0"), host.ids());
            assertEquals(3, host.pluginBundles().size());
            assertEquals(1, host.pluginBundles().stream().filter(bundle -> before.contains(bundle.getBundleId())).count(), "the cached bundle is used again");
            assertFalse(host.marked("goes.jar", ".ok"));
            assertTrue(host.marked("comes.jar", ".ok"));
        }
    }

    @Test
    void theFrameworksCacheMayBeThrownAway() throws Exception {
        try (TestHost host = TestHost.in(base)) {
            PluginJar.learner("a").dropInto(host.plugins, "a.jar");
            host.settle();
            host.stop();
            try (Stream<Path> files = Files.walk(base.resolve("cache"))) {
                for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
            host.start();
            host.settle();
            assertEquals(List.of("a@1.0.0"), host.ids());
        }
    }

    @Test
    void ofTwoJarsWithOneIdTheOlderFileServesAfterARestart() throws Exception {
        try (TestHost host = TestHost.in(base)) {
            PluginJar.learner("a").salted("1").dropInto(host.plugins, "z-older.jar", Instant.parse("2020-01-01T00:00:00Z"));
            PluginJar.learner("a").salted("2").dropInto(host.plugins, "a-younger.jar", Instant.parse("2021-01-01T00:00:00Z"));
            host.settle();
            host.stop();
            host.start();
            host.settle();
            assertEquals("z-older.jar", host.service("(thaw.id=a)").orElseThrow().getProperty(PluginProperties.FILE));
            host.deployment("a-younger.jar", State.FAILED);
        }
    }

    @Test
    void twoHostsOnOneFolderBothDeployAndOneWritesMarkers() throws Exception {
        Path plugins = base.resolve("plugins");
        try (TestHost first = TestHost.in(base.resolve("1"), plugins, 10_000)) {
            first.settle();   // has the lock from here on
            try (TestHost second = TestHost.in(base.resolve("2"), plugins, 10_000)) {
                PluginJar.learner("a").dropInto(plugins, "a.jar");
                first.settle();
                assertEquals(List.of("a@1.0.0"), first.ids());
                Files.delete(plugins.resolve("a.jar.ok"));
                second.settle();
                assertEquals(List.of("a@1.0.0"), second.ids());
                assertFalse(second.marked("a.jar", ".ok"), "the second writes none");
                first.stop();
                second.settle();
                assertTrue(second.marked("a.jar", ".ok"), "the second takes over");
            }
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsServedWithoutMarkers() throws Exception {
        Path plugins = Files.createDirectories(base.resolve("plugins"));
        Files.createDirectory(plugins.resolve(FolderLock.NAME));   // so that the lock file cannot be made
        PluginJar.learner("a").dropInto(plugins, "a.jar");
        try (TestHost host = TestHost.in(base)) {
            host.settle();
            assertEquals(List.of("a@1.0.0"), host.ids());
            assertFalse(host.marked("a.jar", ".ok"));
        }
    }

    @Test
    void aDeactivatedDeployerLeavesNoServicesAndItsSuccessorFindsTheBundles() throws Exception {
        try (TestHost host = TestHost.in(base)) {
            PluginJar.learner("a").dropInto(host.plugins, "a.jar");
            host.settle();
            host.deployer().settle();
            long bundle = host.pluginBundles().get(0).getBundleId();
            host.restartDeployer();
            host.settle();
            assertEquals(List.of("a@1.0.0"), host.ids());
            assertEquals(bundle, host.pluginBundles().get(0).getBundleId());
        }
    }
}
