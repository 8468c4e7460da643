package org.thaw.runtime.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thaw.api.Plugin;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.catalog.LeasedPlugin;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.experiment.Experiment;
import org.thaw.runtime.internal.catalog.Entries;
import org.thaw.runtime.internal.catalog.ListedCatalog;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.runtime.toys.ToyLab;

/** After its last run nothing in the runtime holds on to a plugin: its class loader can go, though the experiment is still listed. */
class LeakTest {
    /** Loads the toys anew, as another bundle would. */
    private static final class Another extends ClassLoader {
        Another() {
            super(LeakTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("org.thaw.runtime.toys.") || findLoadedClass(name) != null) {
                return super.loadClass(name, resolve);
            }
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Emptied implements Catalog {
        private volatile ListedCatalog now = new ListedCatalog(List.of());

        @Override
        public List<PluginEntry> entries() {
            return now.entries();
        }

        @Override
        public PluginEntry find(Plugin.Kind kind, String reference) {
            return now.find(kind, reference);
        }

        @Override
        public LeasedPlugin exact(Plugin.Kind kind, String id, String sha256) {
            return now.exact(kind, id, sha256);
        }

        @Override
        public AutoCloseable lease(PluginEntry entry) {
            return () -> {
            };
        }
    }

    @TempDir
    Path folder;
    private final Emptied catalog = new Emptied();
    private RunningExperiment run;

    private WeakReference<ClassLoader> runAndForget(ToyLab lab, String learner, RunStatus.State expected, String... overrides) throws Exception {
        ClassLoader another = new Another();
        List<PluginEntry> entries = new java.util.ArrayList<>();
        for (String factory : List.of("Blobs$Factory", "Centroids$Factory", "Clinger$Factory", "Wrapper$Factory", "Scripts$Halves$Factory", "Scripts$Count$Factory")) {
            entries.add(Entries.of(another.loadClass("org.thaw.runtime.toys." + factory).getConstructor().newInstance()));
        }
        catalog.now = new ListedCatalog(entries);
        Experiment experiment = lab.read("{\"name\": \"leak\", \"protocol\": \"halves\", \"environment\": \"blobs\", \"metrics\": [\"count\"], \"seeds\": 3, \"twins\": {\"frozen\": \"tasks\"}, \"learner\": "
                + learner + "}", overrides);
        run = lab.start(experiment, 2);
        if (expected == RunStatus.State.STOPPED) {
            run.stop();
        }
        ToyLab.ended(run);
        assertEquals(expected, run.runs().get(2).state(), run.runs().get(2).message());
        catalog.now = new ListedCatalog(List.of());
        return new WeakReference<>(another);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"plugin\": \"clinger\"} | DONE",
            "{\"plugin\": \"wrapper\", \"inner\": {\"plugin\": \"centroids\", \"rate\": 0.2}} | DONE",
            "{\"plugin\": \"centroids\", \"fault\": \"throw-in-learn\"} | FAILED",
            "{\"plugin\": \"centroids\", \"fault\": \"throw-in-create\"} | FAILED",
            "{\"plugin\": \"centroids\", \"rate\": 0.3} | STOPPED"})
    void theClassLoaderOfAPluginGoesAfterTheLastRun(String learner, RunStatus.State expected) throws Exception {
        ToyLab lab = new ToyLab(folder, catalog);
        WeakReference<ClassLoader> loader = runAndForget(lab, learner, expected, expected == RunStatus.State.STOPPED ? "protocol.epochs=1000000" : "protocol.epochs=3");

        for (int i = 0; i < 200 && loader.get() != null; i++) {
            System.gc();
            byte[][] pressure = new byte[16][1 << 20];
            assertNotNull(pressure);
        }

        assertTrue(loader.get() == null, "something holds the plugin's class loader");
        assertEquals(3, run.runs().size());
        assertNotNull(lab);
    }
}
