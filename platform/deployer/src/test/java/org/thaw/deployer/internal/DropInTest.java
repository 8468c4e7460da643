package org.thaw.deployer.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.thaw.api.Plugin;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.deployer.Deployment;
import org.thaw.deployer.Deployment.State;
import org.thaw.deployer.PluginProperties;
import org.thaw.deployer.Problem;
import sample.Parts;

class DropInTest {
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
    void aJarThatBndMadeServesWithAllThatItsAnnotationSays() throws Exception {
        try (Builder builder = new Builder()) {
            builder.addClasspath(new File(Parts.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
            builder.addClasspath(new File(Plugin.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
            builder.setBundleSymbolicName("test.announced");
            builder.setBundleVersion("1.2.3.beta");
            builder.setPrivatePackage("sample");
            Jar jar = builder.build();
            assertEquals(List.of(), builder.getErrors());
            jar.write(host.plugins.resolve("announced.jar").toFile());
        }
        host.settle();

        ServiceReference<?> service = host.service("(thaw.id=announced)").orElseThrow(() -> new AssertionError(host.deployer().why("announced.jar")));
        assertInstanceOf(LearnerFactory.class, host.context().getService(service));
        assertEquals("test.announced", service.getBundle().getSymbolicName());
        assertArrayEquals(new String[] {LearnerFactory.class.getName()}, (String[]) service.getProperty("objectClass"));
        assertEquals("LEARNER", service.getProperty(PluginProperties.KIND));
        assertEquals("1.2.3.beta", service.getProperty(PluginProperties.VERSION));
        assertEquals("announced.jar", service.getProperty(PluginProperties.FILE));
        assertEquals(Sha256.of(host.plugins.resolve("announced.jar")).hash(), service.getProperty(PluginProperties.SHA256));
        assertEquals("Says, among other things, \"hello\".", service.getProperty(PluginProperties.SUMMARY));
        assertEquals("Doe 2024, eq. 3", service.getProperty(PluginProperties.SOURCE));
        assertEquals("classifier:2", service.getProperty(PluginProperties.STATE));
        assertArrayEquals(new String[] {"classifier:1", "mlp:1"}, (String[]) service.getProperty(PluginProperties.ACCEPTS));
        assertEquals("SEEN_DATA", service.getProperty(PluginProperties.PRIVILEGE));
        assertTrue(host.marked("announced.jar", ".ok"));
    }

    @Test
    void whatTheManifestLeavesOutIsTheDefaultOfTheAnnotation() throws Exception {
        PluginJar.learner("plain").dropInto(host.plugins, "plain.jar");
        host.settle();

        ServiceReference<?> service = host.service("(thaw.id=plain)").orElseThrow();
        assertEquals("", service.getProperty(PluginProperties.SUMMARY));
        assertEquals("", service.getProperty(PluginProperties.SOURCE));
        assertEquals("plain:1", service.getProperty(PluginProperties.STATE));
        assertArrayEquals(new String[0], (String[]) service.getProperty(PluginProperties.ACCEPTS));
        assertEquals("CURRENT_DATA", service.getProperty(PluginProperties.PRIVILEGE));
    }

    @Test
    void aJarMayOfferSeveralPluginsOfAllKinds() throws Exception {
        PluginJar.named("test.all").offer(Plugin.Kind.LEARNER, "one", Parts.OfLearners.class).offer(Plugin.Kind.ENVIRONMENT, "one", Parts.OfEnvironments.class)
                .offer(Plugin.Kind.PROTOCOL, "two", Parts.OfProtocols.class).offer(Plugin.Kind.METRIC, "three", Parts.OfMetrics.class)
                .offer(Plugin.Kind.SUMMARY, "four", Parts.OfSummaries.class).dropInto(host.plugins, "all.jar");
        host.settle();

        assertEquals(List.of("four@1.0.0", "one@1.0.0", "one@1.0.0", "three@1.0.0", "two@1.0.0"), host.ids());
        for (Plugin.Kind kind : Plugin.Kind.values()) {
            ServiceReference<?> service = host.service("(thaw.kind=" + kind + ")").orElseThrow();
            assertInstanceOf(FactoryMaker.interfaceOf(kind), host.context().getService(service));
        }
    }

    @Test
    void noClassOfARefusedJarIsEverLoaded() throws Exception {
        System.clearProperty(Parts.LeavesATrace.TRACE);
        PluginJar.named("test.trace").offer(Plugin.Kind.LEARNER, "trace", Parts.LeavesATrace.class).capability("class=x;kind=LEARNER;id=Bad")
                .dropInto(host.plugins, "trace.jar");
        host.settle();

        assertEquals(Problem.Type.MALFORMED, host.deployment("trace.jar", State.FAILED).problem().orElseThrow().type());
        assertFalse(System.getProperties().containsKey(Parts.LeavesATrace.TRACE));

        PluginJar.named("test.trace").offer(Plugin.Kind.LEARNER, "trace", Parts.LeavesATrace.class).dropInto(host.plugins, "trace.jar");
        host.settle();
        assertTrue(System.getProperties().containsKey(Parts.LeavesATrace.TRACE));
    }

    @Test
    void theJarLiesInTheStoreUnderItsHashAndTheBundleAtItsLocation() throws Exception {
        PluginJar.learner("a").dropInto(host.plugins, "a.jar");
        host.settle();

        Deployment deployment = host.deployment("a.jar", State.SERVING);
        assertArrayEquals(Files.readAllBytes(host.plugins.resolve("a.jar")),
                Files.readAllBytes(base.resolve("state/store").resolve(deployment.sha256() + ".jar")));
        Bundle bundle = host.context().getBundle("plugin:" + deployment.sha256());
        assertEquals(Bundle.ACTIVE, bundle.getState());
        assertEquals("test.a", deployment.symbolicName());
        assertEquals("1.0.0", deployment.version());
    }

    @Test
    void differentVersionsOfOneIdServeSideBySide() throws Exception {
        PluginJar.learner("a").dropInto(host.plugins, "a-1.jar");
        PluginJar.learner("a").version("2.0.0").dropInto(host.plugins, "a-2.jar");
        host.settle();

        assertEquals(List.of("a@1.0.0", "a@2.0.0"), host.ids());
    }

    @Test
    void theSecondOfTwoFilesWithOneIdAndVersionFailsUntilTheFirstGoes() throws Exception {
        PluginJar.learner("a").dropInto(host.plugins, "first.jar");
        host.settle();
        PluginJar.learner("a").salted("other bytes").dropInto(host.plugins, "another.jar");
        host.settle();

        Problem problem = host.deployment("another.jar", State.FAILED).problem().orElseThrow();
        assertEquals(Problem.Type.ID_TAKEN, problem.type());
        assertEquals(List.of("a@1.0.0"), host.ids());
        assertEquals(1, host.pluginBundles().size());

        Files.delete(host.plugins.resolve("first.jar"));
        host.settle();
        assertEquals("another.jar", host.service("(thaw.id=a)").orElseThrow().getProperty(PluginProperties.FILE));
        assertFalse(host.marked("another.jar", ".failed"));
        assertTrue(host.marked("another.jar", ".ok"));
    }

    @Test
    void aCopyOfAJarFailsAndARenamedJarGoesOnServing() throws Exception {
        PluginJar.learner("a").dropInto(host.plugins, "a.jar");
        host.settle();
        PluginJar.learner("a").dropInto(host.plugins, "copy.jar");
        host.settle();
        assertEquals(Problem.Type.SAME_BYTES, host.deployment("copy.jar", State.FAILED).problem().orElseThrow().type());
        assertTrue(host.marker("copy.jar", ".failed").contains("a.jar"));

        Files.delete(host.plugins.resolve("a.jar"));
        host.settle();
        assertEquals("copy.jar", host.service("(thaw.id=a)").orElseThrow().getProperty(PluginProperties.FILE));
    }

    @Test
    void twoFilesMayExchangeTheirContents() throws Exception {
        PluginJar.learner("a").dropInto(host.plugins, "x.jar");
        PluginJar.learner("b").dropInto(host.plugins, "y.jar");
        host.settle();
        PluginJar.learner("b").dropInto(host.plugins, "x.jar");
        PluginJar.learner("a").dropInto(host.plugins, "y.jar");
        host.settle();

        assertEquals("y.jar", host.service("(thaw.id=a)").orElseThrow().getProperty(PluginProperties.FILE));
        assertEquals("x.jar", host.service("(thaw.id=b)").orElseThrow().getProperty(PluginProperties.FILE));
        assertEquals(2, host.pluginBundles().size());
    }

    @Test
    void aRemovedJarTakesItsServicesBundleAndMarkersAlong() throws Exception {
        PluginJar.learner("a").dropInto(host.plugins, "a.jar");
        PluginJar.learner("b").dropInto(host.plugins, "b.jar");
        host.settle();
        Files.delete(host.plugins.resolve("a.jar"));
        host.settle();

        assertEquals(List.of("b@1.0.0"), host.ids());
        assertEquals(1, host.pluginBundles().size());
        assertFalse(host.marked("a.jar", ".ok"));
        assertTrue(host.marked("b.jar", ".ok"));
    }

    @Test
    void filesThatAreNotNamedLikeJarsAreLeftAlone() throws Exception {
        Files.writeString(host.plugins.resolve("notes.txt"), "hello");
        Files.writeString(host.plugins.resolve(".hidden.jar"), "hello");
        host.settle();

        assertEquals(List.of(), host.deployer().deployments());
        assertFalse(host.marked(".hidden.jar", ".failed"));
    }

    @Test
    void aNameTooLongForAMarkerKeepsBackNoOtherMarker() throws Exception {
        String longest = "a".repeat(250) + ".jar";   // most file systems allow 255 bytes
        PluginJar.learner("a").dropInto(base, "a.jar");
        Files.move(base.resolve("a.jar"), host.plugins.resolve(longest));
        PluginJar.learner("b").dropInto(host.plugins, "b.jar");
        host.settle();

        assertEquals(List.of("a@1.0.0", "b@1.0.0"), host.ids());
        assertTrue(host.marked("b.jar", ".ok"));
    }
}
