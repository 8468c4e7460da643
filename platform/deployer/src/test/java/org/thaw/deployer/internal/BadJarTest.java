package org.thaw.deployer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.SynchronousBundleListener;
import org.thaw.api.Plugin.Kind;
import org.thaw.deployer.Deployment.State;
import org.thaw.deployer.Problem;
import org.thaw.deployer.Problem.Type;
import sample.FailingActivator;
import sample.Parts;

/** Each kind of bad jar: a type, a sentence, a marker, and nothing else touched. */
class BadJarTest {
    @TempDir
    static Path base;
    private static TestHost host;

    @BeforeAll
    static void start() throws Exception {
        host = TestHost.in(base, base.resolve("plugins"), 2_000);
        PluginJar.learner("innocent").dropInto(host.plugins, "innocent.jar");
        host.settle();
    }

    @AfterAll
    static void stop() throws Exception {
        host.close();
    }

    static Stream<Arguments> jars() {
        byte[] good = PluginJar.learner("x").bytes();
        byte[] damaged = good.clone();
        for (int i = good.length / 3; i < good.length / 2; i++) {
            damaged[i] ^= 0x55;
        }
        return Stream.of(
                jar(Type.EMPTY, "it is empty", new byte[0]),
                jar(Type.NOT_A_JAR, "it is truncated or damaged", Arrays.copyOf(good, good.length - 40)),
                jar(Type.NOT_A_JAR, "it is truncated or damaged", Arrays.copyOf(good, 10)),
                jar(Type.NOT_A_JAR, "it is truncated or damaged", damaged),
                jar(Type.NOT_A_JAR, "does not begin as a zip file does", "<html>404</html>".getBytes(StandardCharsets.UTF_8)),
                jar(Type.NOT_A_BUNDLE, "no Bundle-SymbolicName", PluginJar.learner("x").header("Bundle-SymbolicName", "")),
                jar(Type.NOT_A_BUNDLE, "Bundle-ManifestVersion: 2", PluginJar.learner("x").header("Bundle-ManifestVersion", "")),
                jar(Type.NOT_A_BUNDLE, "Bundle-Version one", PluginJar.learner("x").header("Bundle-Version", "one")),
                jar(Type.NOT_A_BUNDLE, "does not accept it", PluginJar.learner("x").header("Import-Package", ";;=")),
                jar(Type.NOT_A_LEAF, "it exports the package sample", PluginJar.learner("x").header("Export-Package", "sample;version=1")),
                jar(Type.NOT_A_LEAF, "it is a fragment of test.innocent", PluginJar.learner("x").header("Fragment-Host", "test.innocent")),
                jar(Type.NO_PLUGIN, "annotate a factory class with @Plugin", PluginJar.named("test.none")),
                jar(Type.MALFORMED, "unknown kind \"TEACHER\"; there are LEARNER, ENVIRONMENT", announcing("class=sample.Parts;kind=TEACHER;id=x")),
                jar(Type.MALFORMED, "the id \"My Learner\"; an id is lower-case words", announcing("class=sample.Parts;kind=LEARNER;id=\"My Learner\"")),
                jar(Type.MALFORMED, "the id \"\"", announcing("class=sample.Parts;kind=LEARNER")),
                jar(Type.MALFORMED, "names no class", announcing("kind=LEARNER;id=x")),
                jar(Type.MALFORMED, "unknown privilege \"ROOT\"", announcing("class=sample.Parts;kind=LEARNER;id=x;privilege=ROOT")),
                jar(Type.MALFORMED, "malformed state id Mlp:0", announcing("class=sample.Parts;kind=LEARNER;id=x;state=\"Mlp:0\"")),
                jar(Type.MALFORMED, "malformed state id y:z", announcing("class=sample.Parts;kind=LEARNER;id=x;accepts:List<String>=\"x:1,y:z\"")),
                jar(Type.MALFORMED, "the learner x twice", PluginJar.learner("x").offer(Kind.LEARNER, "x", Parts.Throws.class)),
                jar(Type.ID_TAKEN, "learner innocent in version 1.0.0, as innocent.jar (SHA-256 ", PluginJar.learner("innocent").salted("bad")),
                jar(Type.SAME_BYTES, "the same bytes as innocent.jar", PluginJar.learner("innocent")),
                jar(Type.UNRESOLVED, "imports the package org.nowhere in version [1.2.0,2.0.0), and nothing here exports it",
                        PluginJar.learner("x").header("Import-Package", "org.nowhere;version=\"[1.2,2)\"")),
                jar(Type.UNRESOLVED, "imports the package org.thaw.api in version [7.0.0,8.0.0), and here it has version 0.1.0",
                        PluginJar.learner("x").header("Import-Package", "org.thaw.api;version=\"[7,8)\"")),
                jar(Type.UNRESOLVED, "imports the package org.nowhere in version any", PluginJar.learner("x").header("Import-Package", "org.nowhere")),
                jar(Type.UNRESOLVED, "requires the bundle other in version 3.0.0 or later", PluginJar.learner("x").header("Require-Bundle", "other;bundle-version=3")),
                jar(Type.UNRESOLVED, "it needs Java 99", PluginJar.learner("x").header("Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\"")),
                jar(Type.UNRESOLVED, "requires the capability some.thing", PluginJar.learner("x").header("Require-Capability", "some.thing;filter:=\"(a=b)\"")),
                jar(Type.NOT_STARTED, "it does not start: IllegalStateException: no start",
                        PluginJar.learner("x").with(FailingActivator.class).header("Bundle-Activator", FailingActivator.class.getName())
                                .header("Import-Package", "org.osgi.framework,org.thaw.api,org.thaw.api.learner")),
                jar(Type.FACTORY_MISSING, "which is not in the jar", PluginJar.learner("x").without(Parts.OfLearners.class)),
                jar(Type.FACTORY_MISSING, "cannot be loaded", PluginJar.learner("x").with("sample/Parts$OfLearners.class", new byte[] {1, 2, 3})),
                jar(Type.FACTORY_MISSING, "cannot be loaded: NoClassDefFoundError", PluginJar.learner("x").header("Import-Package", "")),
                jar(Type.FACTORY_TYPE, "does not implement org.thaw.api.metric.MetricFactory, which the kind METRIC demands", offering(Kind.METRIC, Parts.OfLearners.class)),
                jar(Type.FACTORY_TYPE, "a copy of org.thaw.api.learner.LearnerFactory of its own", PluginJar.learner("x").header("Import-Package", "")
                        .with(org.thaw.api.learner.LearnerFactory.class)),
                jar(Type.FACTORY_FAILED, "threw IllegalStateException: no luck today;", offering(Kind.LEARNER, Parts.Throws.class)),
                jar(Type.FACTORY_FAILED, "threw NumberFormatException", offering(Kind.LEARNER, Parts.ThrowsAtLoad.class)),
                jar(Type.FACTORY_FAILED, "a public constructor without arguments", offering(Kind.LEARNER, Parts.NeedsAnArgument.class)),
                jar(Type.FACTORY_FAILED, "did not return within 2000 ms", offering(Kind.LEARNER, Parts.NeverReturns.class)));
    }

    @AfterEach
    void clear() throws Exception {
        Files.deleteIfExists(host.plugins.resolve("bad.jar"));
        host.settle();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("jars")
    void aBadJarFailsAloneWithASentence(Type type, String words, byte[] bytes) throws Exception {
        ServiceReference<?> innocent = host.service("(thaw.id=innocent)").orElseThrow();
        List<String> touched = Collections.synchronizedList(new ArrayList<>());
        SynchronousBundleListener listener = event -> {
            if (event.getBundle() == innocent.getBundle() || !Installer.isPlugin(event.getBundle())) {
                touched.add(event.getType() + " " + event.getBundle());
            }
        };
        host.context().addBundleListener(listener);
        Files.write(host.plugins.resolve("bad.jar"), bytes);
        host.settle();

        Problem problem = host.deployment("bad.jar", State.FAILED).problem().orElseThrow();
        assertEquals(type, problem.type(), problem.sentence());
        assertTrue(problem.sentence().contains(words), problem.sentence());
        assertTrue(problem.sentence().startsWith("bad.jar was refused: ") && problem.sentence().endsWith("."), problem.sentence());
        assertEquals(problem.sentence() + "\n", host.marker("bad.jar", ".failed"));
        assertFalse(host.marked("bad.jar", ".ok"));
        assertEquals(problem.sentence(), host.deployer().why("bad.jar"));
        assertEquals(List.of(), touched);
        assertEquals(innocent, host.service("(thaw.id=innocent)").orElseThrow());
        assertEquals(List.of("innocent@1.0.0"), host.ids());
        assertEquals(1, host.pluginBundles().size());

        Files.delete(host.plugins.resolve("bad.jar"));
        host.settle();
        assertFalse(host.marked("bad.jar", ".failed"));
        assertEquals(1, host.deployer().deployments().size());
        assertEquals(List.of(), touched);
        host.context().removeBundleListener(listener);
    }

    private static PluginJar announcing(String attributes) {
        return PluginJar.named("test.bad").capability(attributes);
    }

    private static PluginJar offering(Kind kind, Class<?> factory) {
        return PluginJar.named("test.bad").offer(kind, "x", factory);
    }

    private static Arguments jar(Type type, String words, PluginJar jar) {
        return jar(type, words, jar.bytes());
    }

    private static Arguments jar(Type type, String words, byte[] bytes) {
        return Arguments.of(type, words, bytes);
    }
}
