package org.thaw.deployer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.ServiceReference;
import org.thaw.deployer.Deployment.State;
import org.thaw.deployer.Problem;

/** A corpus of malformed jars in one host: each is told by type, file and place; the host answers, and a good plugin goes on serving. */
class MutantsTest {
    private static final int ENOUGH = 110;
    @TempDir
    static Path base;
    private static final List<LogRecord> LOG = Collections.synchronizedList(new ArrayList<>());
    private static final Handler HANDLER = new Handler() {
        @Override
        public void publish(LogRecord line) {
            LOG.add(line);
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };
    private static final Logger LOGGER = Logger.getLogger("org.thaw.deployer");
    private static TestHost host;
    private static ServiceReference<?> innocent;

    @BeforeAll
    static void start() throws Exception {
        LOGGER.setLevel(Level.WARNING);
        LOGGER.addHandler(HANDLER);
        host = TestHost.in(base);
        PluginJar.learner("innocent").dropInto(host.plugins, "innocent.jar");
        host.settle();
        innocent = host.service("(thaw.id=innocent)").orElseThrow();
    }

    @AfterAll
    static void stop() throws Exception {
        LOGGER.removeHandler(HANDLER);
        LOGGER.setLevel(null);
        host.close();
    }

    static Stream<Mutant> mutants() {
        return Stream.concat(ByteMutants.all().stream(), ManifestMutants.all().stream());
    }

    @TestFactory
    Stream<DynamicTest> eachMalformedJarIsRefusedByTypeFileAndPlace() {
        return mutants().map(mutant -> DynamicTest.dynamicTest(mutant.name(), () -> check(mutant)));
    }

    @Test
    void theCorpusIsLargeAndTheSameEachTime() {
        assertTrue(mutants().count() >= ENOUGH, () -> mutants().count() + " mutants");
        assertEquals(mutants().map(Mutant::name).toList(), mutants().map(Mutant::name).toList());
    }

    private static void check(Mutant mutant) throws Exception {
        Path bad = host.plugins.resolve("bad.jar");
        LOG.clear();
        mutant.put().at(bad);
        try {
            host.settle();
            Problem problem = host.deployment("bad.jar", State.FAILED).problem().orElseThrow();
            String sentence = problem.sentence();
            assertTrue(mutant.types().contains(problem.type()), problem.type() + ": " + sentence);
            assertTrue(sentence.startsWith("bad.jar was refused: ") && sentence.endsWith("."), sentence);
            assertTrue(sentence.contains(mutant.place()), sentence);
            assertTrue(sentence.length() < 5_000 && sentence.lines().count() == 1, sentence);
            assertEquals(sentence, host.deployer().why("bad.jar"));
            assertEquals(sentence + "\n", host.marker("bad.jar", ".failed"));
            assertEquals(List.of(sentence), LOG.stream().map(line -> line.getThrown() == null ? String.valueOf(line.getParameters()[0]) : line.getThrown().toString()).toList());

            assertEquals(innocent, host.service("(thaw.id=innocent)").orElseThrow());
            host.deployment("innocent.jar", State.SERVING);
            assertTrue(host.deployer().why("innocent").startsWith("innocent is available"));
            assertEquals(List.of("innocent@1.0.0"), host.ids());
            assertEquals(1, host.pluginBundles().size());
        } finally {
            Files.delete(bad);
            host.settle();
        }
    }
}
