package org.thaw.runtime.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Event;
import org.thaw.runtime.catalog.Catalog;
import org.thaw.runtime.catalog.LeasedPlugin;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.experiment.Experiment;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.internal.catalog.ListedCatalog;
import org.thaw.runtime.internal.fault.RunFolderException;
import org.thaw.runtime.internal.fault.StoppedException;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.runtime.toys.ToyLab;

class LaboratoryTest {
    private static final String HALVES = "{\"name\": \"halves\", \"protocol\": \"halves\", \"environment\": \"blobs\", \"learner\": \"centroids\"}";
    private static final String ENDLESS = HALVES.replace("\"halves\", \"environment\"", "{\"plugin\": \"halves\", \"epochs\": 1000000}, \"environment\"");

    @TempDir
    Path folder;

    private static String refused(Runnable start) {
        return assertThrows(BadInputException.class, start::run).getMessage();
    }

    @Test
    void anExperimentThatRunsCannotBeStartedAgainUntilItIsOver() {
        ToyLab lab = new ToyLab(folder);
        RunningExperiment running = lab.start(lab.read(ENDLESS), 1);
        try {
            assertTrue(refused(() -> lab.start(lab.read(HALVES), 1)).startsWith("the experiment halves is running already, in "));
        } finally {
            running.stop();
            ToyLab.ended(running);
        }
        assertEquals(RunStatus.State.DONE, lab.run(HALVES).runs().get(0).state());
    }

    /** What another host does: takes the lock and holds it until its input ends. */
    public static final class OtherHost {
        public static void main(String[] arguments) throws Exception {
            try (FolderLock lock = FolderLock.take(Path.of(arguments[0]))) {
                System.out.write('!');
                System.out.flush();
                System.in.read();
            }
        }
    }

    @Test
    void aFolderThatAnotherProcessUsesIsLeftAlone() throws Exception {
        ToyLab lab = new ToyLab(folder);
        Path experiment = lab.run(HALVES).folder();
        String before = Files.readString(experiment.resolve("experiment.json"));
        Process other = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp", System.getProperty("java.class.path"), OtherHost.class.getName(),
                experiment.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (InputStream out = other.getInputStream(); OutputStream in = other.getOutputStream()) {
            assertEquals('!', out.read(), "it has the lock");
            String message = refused(() -> lab.start(lab.read(HALVES, "seeds=2"), 1));
            assertEquals("another Thaw (process " + other.pid() + ") is running an experiment in " + experiment
                    + "; wait for it, stop it, or give this one another name=… or folder", message);
            assertEquals(before, Files.readString(experiment.resolve("experiment.json")));
            other.destroyForcibly().waitFor(); // however it ends
        }
        assertEquals(2, lab.run(HALVES, "seeds=2").runs().size());
    }

    @Test
    void theExperimentIsKeptAsItWasWhenItsFirstRunWasStarted() throws Exception {
        ToyLab lab = new ToyLab(folder);
        Path experiment = lab.run(HALVES).folder();
        String first = Files.readString(experiment.resolve("experiment.first.json"));
        assertEquals(Files.readString(experiment.resolve("experiment.json")), first);
        lab.run(HALVES, "seeds=2");
        assertEquals(first, Files.readString(experiment.resolve("experiment.first.json")));
        assertNotEquals(first, Files.readString(experiment.resolve("experiment.json")));
    }

    @Test
    void resultsThatCannotBeWrittenAreRefusedBeforeAnythingRuns() throws Exception {
        Files.createDirectories(folder.resolve("runs"));
        Files.writeString(folder.resolve("runs/halves"), "a file");
        ToyLab lab = new ToyLab(folder);

        String message = refused(() -> lab.start(lab.read(HALVES), 1));
        assertEquals("cannot write results to " + folder.resolve("runs/halves") + ": " + folder.resolve("runs/halves")
                + ": there is a file in its place; choose another folder with --runs", message);
        Files.delete(folder.resolve("runs/halves"));
        assertEquals(RunStatus.State.DONE, lab.run(HALVES).runs().get(0).state(), "nothing is left locked");
    }

    @Test
    void aFullDiskIsSaidAndNotBlamedOnAPlugin() throws Exception {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "this system has no device that is always full");
        Files.createSymbolicLink(folder.resolve(RunFolder.EVENTS), full);

        EventLog log = new EventLog(folder, 0, 0, 0, List.of(), () -> {
        });
        log.emit(new Event.Frozen("learner", 1));
        String message = assertThrows(RunFolderException.class, log::flush).getMessage();

        assertTrue(message.startsWith("cannot write " + folder.resolve(RunFolder.EVENTS) + ": No space left"), message);
        log.close();
    }

    @Test
    void aLogThatMayNotWriteAnyMoreLeavesItsFilesToOthers() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        EventLog log = new EventLog(folder, 0, 0, 0, List.of(), () -> {
            if (over.get()) {
                throw new StoppedException();
            }
        });
        log.emit(new Event.Frozen("learner", 1));
        over.set(true);
        assertThrows(StoppedException.class, () -> log.emit(new Event.Frozen("learner", 2)));
        assertThrows(StoppedException.class, log::close);

        assertEquals(0, Files.size(folder.resolve(RunFolder.EVENTS)), "what was still in its buffer is not written either");
    }

    @Test
    void runsThatWouldShareAFolderAreRefused() {
        ToyLab lab = new ToyLab(folder);
        Experiment clash = lab.read("{\"name\": \"clash\", \"protocol\": \"halves\", \"environments\": {\"b-c\": {\"plugin\": \"blobs\"}, \"c\": {\"plugin\": \"blobs\"}},"
                + " \"learners\": {\"a\": {\"plugin\": \"centroids\"}, \"a-b\": {\"plugin\": \"centroids\"}}}");
        Experiment alike = lab.read("{\"name\": \"alike\", \"protocol\": \"halves\", \"environment\": \"blobs\","
                + " \"learners\": {\"ER\": {\"plugin\": \"centroids\"}, \"er\": {\"plugin\": \"centroids\"}}}");

        assertEquals("two runs of clash would be called a-b-c-0; give the learners and environments names that differ", refused(() -> lab.start(clash, 1)));
        assertTrue(refused(() -> lab.start(alike, 1)).contains("two runs of alike would be called er-blobs-0"));
        assertFalse(Files.exists(folder.resolve("runs/clash")));
    }

    /** Counts leases, and can lose its plugins. */
    private static final class Leasing implements Catalog {
        private final Catalog toys = new ListedCatalog(ToyLab.toys());
        private final Map<String, Integer> leases = new ConcurrentHashMap<>();
        private final List<String> most = Collections.synchronizedList(new ArrayList<>());
        private volatile boolean emptied;

        @Override
        public List<PluginEntry> entries() {
            return emptied ? List.of() : toys.entries().stream().map(Leasing::hashed).toList();
        }

        private static PluginEntry hashed(PluginEntry e) {
            return new PluginEntry(e.kind(), e.id(), e.version(), e.bundle(), "sha of " + e.id(), e.summary(), e.source(), e.accepts(), e.privilege(), e.factory(),
                    e.configuration(), e.product());
        }

        @Override
        public PluginEntry find(Plugin.Kind kind, String reference) {
            return new ListedCatalog(entries()).find(kind, reference);
        }

        @Override
        public LeasedPlugin exact(Plugin.Kind kind, String id, String sha256) {
            PluginEntry entry = toys.entries().stream().map(Leasing::hashed).filter(e -> e.kind() == kind && e.sha256().equals(sha256)).findFirst().orElseThrow();
            if (leases.getOrDefault(sha256, 0) == 0) {
                throw new IllegalStateException("nobody holds " + id + " any more");
            }
            leases.merge(sha256, 1, Integer::sum);
            return new LeasedPlugin(entry, () -> leases.merge(sha256, -1, Integer::sum));
        }

        @Override
        public AutoCloseable lease(PluginEntry entry) {
            if (emptied) {
                throw new IllegalStateException("No plugin with the SHA-256 " + entry.sha256() + " is deployed.");
            }
            leases.merge(entry.sha256(), 1, Integer::sum);
            most.add(entry.sha256());
            return () -> leases.merge(entry.sha256(), -1, Integer::sum);
        }
    }

    @Test
    void everyRunHoldsItsPluginsFromTheStartSoThatAnEmptiedFolderDoesNotHurt() {
        Leasing catalog = new Leasing();
        ToyLab lab = new ToyLab(folder, catalog);
        Experiment experiment = lab.read(HALVES.replace("\"centroids\"", "{\"plugin\": \"wrapper\", \"inner\": \"centroids\"}"), "seeds=4", "twins.frozen=tasks");

        RunningExperiment running = lab.start(experiment, 1);
        catalog.emptied = true;
        ToyLab.ended(running);

        assertEquals(List.of(), running.runs().stream().filter(run -> run.state() != RunStatus.State.DONE).map(RunStatus::message).toList());
        assertEquals(List.of("sha of blobs", "sha of centroids", "sha of halves", "sha of wrapper"), catalog.most.stream().distinct().sorted().toList());
        assertTrue(catalog.leases.values().stream().allMatch(count -> count == 0), catalog.leases.toString());
    }

    @Test
    void aPluginThatLeftSinceTheFileWasReadIsSaid() {
        Leasing catalog = new Leasing();
        ToyLab lab = new ToyLab(folder, catalog);
        Experiment experiment = lab.read(HALVES);
        catalog.emptied = true;

        assertTrue(refused(() -> lab.start(experiment, 1)).matches("a plugin of the run centroids-blobs-0 has been replaced or removed just now: No plugin .* is deployed. Start it again\\."));
        catalog.emptied = false;
        assertEquals(RunStatus.State.DONE, lab.run(experiment, 1).runs().get(0).state());
    }

    @Test
    void leasesEndWithFailedStoppedAndReusedRunsToo() {
        Leasing catalog = new Leasing();
        ToyLab lab = new ToyLab(folder, catalog);
        assertEquals(RunStatus.State.FAILED, lab.run(HALVES, "name=failed", "learner.fault=throw-in-learn").runs().get(0).state());
        RunningExperiment running = lab.start(lab.read(ENDLESS, "seeds=5"), 2);
        running.stop();
        ToyLab.ended(running);
        lab.run(HALVES, "name=twice");
        assertEquals(RunStatus.State.REUSED, lab.run(HALVES, "name=twice").runs().get(0).state());

        assertTrue(catalog.leases.values().stream().allMatch(count -> count == 0), catalog.leases.toString());
    }

    @Test
    void anotherVersionOfAWrappedPluginIsAnotherConfiguration() {
        String wrapped = HALVES.replace("\"centroids\"", "\"wrapper\"");
        PluginEntry newer = ToyLab.toys().stream().filter(e -> e.id().equals("centroids")).map(e -> new PluginEntry(e.kind(), e.id(), "2.0.0", e.bundle(), "2".repeat(64),
                e.summary(), e.source(), e.accepts(), e.privilege(), e.factory(), e.configuration(), e.product())).findFirst().orElseThrow();

        new ToyLab(folder).run(wrapped);
        RunningExperiment again = new ToyLab(folder, newer).run(wrapped);

        assertEquals(RunStatus.State.DONE, again.runs().get(0).state(), "not reused");
        assertEquals("2.0.0", ToyLab.folder(again, 0).manifest().players().get("learner/inner").version());
    }

    @Test
    void aWrappedPluginLearnsAsItWouldAloneAndIsBlamedForItsOwnFaults() {
        ToyLab lab = new ToyLab(folder);
        RunningExperiment wrapped = lab.run(HALVES.replace("\"centroids\"", "{\"plugin\": \"wrapper\", \"inner\": {\"plugin\": \"centroids\", \"fault\": \"throw-in-create\"}}"));

        assertEquals("learner centroids@0.0.0 failed in create: this learner needs at least nine dimensions", wrapped.runs().get(0).message());
        assertEquals("learner centroids@0.0.0", ToyLab.folder(wrapped, 0).end().orElseThrow().plugin());
    }
}
