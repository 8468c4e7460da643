package org.thaw.runtime.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.thaw.deployer.internal.TestHost;
import org.thaw.deployer.internal.Vitals;
import org.thaw.runtime.internal.catalog.ServiceCatalog;
import org.thaw.runtime.internal.context.Scratch;
import org.thaw.runtime.internal.experiment.JsonExperimentReader;
import org.thaw.runtime.run.RunSettings;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.runtime.run.SwapRequest;
import org.thaw.runtime.run.SwapResult;
import org.thaw.runtime.toys.GatedCatalog;
import org.thaw.runtime.toys.ToyJars;
import org.thaw.runtime.toys.ToyLab;

/** Install a learner, run it, swap it for another new jar's in the middle, uninstall both, over and over: nothing may pile up in a host. */
class SwapCyclesTest {
    /** Threads and files that the virtual machine opens and closes for itself. */
    private static final int SLACK = 2;
    private static final int CLASSES_SLACK = 200;
    private static final long METASPACE_SLACK = 2 << 20;
    /** A host lists the experiments that it has run: a few hundred bytes each. */
    private static final long HEAP_SLACK = 4 << 20;
    private static final long SECONDS = 60;

    /** Says a line about each jar that leaves. */
    private final Logger wordy = Logger.getLogger("org.thaw.deployer.internal");
    @TempDir
    Path base;
    private final Lock gate = new ReentrantLock();
    private final List<Reference<ClassLoader>> loaders = new ArrayList<>();
    private TestHost host;
    private ServiceCatalog catalog;
    private LocalLaboratory laboratory;

    @BeforeEach
    void warningsOnly() {
        wordy.setLevel(Level.WARNING);
    }

    @AfterEach
    void asBefore() {
        wordy.setLevel(null);
    }

    @Test
    void twentyCyclesLeaveNothingBehind() throws Exception {
        cycle(20);
    }

    @Test
    @Tag("soak")
    void aThousandCyclesLeaveNothingBehind() throws Exception {
        cycle(1_000);
    }

    private void cycle(int all) throws Exception {
        host = TestHost.in(base);
        catalog = new ServiceCatalog(host.context(), host.deployer());
        laboratory = new LocalLaboratory(catalog);
        InProcessLauncher launcher = new InProcessLauncher(new GatedCatalog(catalog, gate));
        laboratory.add(launcher);
        try (TestHost closed = host) {
            ToyJars.surroundings().dropInto(host.plugins, "surroundings.jar");
            List<Vitals> fifths = new ArrayList<>();
            for (int i = 0; i < all; i++) {
                once(i);
                if ((i + 1) % (all / 5) == 0) {
                    fifths.add(vitals());
                }
            }
            assertLevel(fifths);
            assertEquals(1, host.pluginBundles().size());
            assertEquals(1, host.deployer().deployments().size());
            assertEquals(2 * all, loaders.size());
        } finally {
            launcher.close();
        }
    }

    private void once(int cycle) throws Exception {
        String first = "1.0." + 2 * cycle;
        String second = "1.0." + (2 * cycle + 1);
        Path runs = base.resolve("runs");
        ToyJars.centroids(first).dropInto(host.plugins, "first.jar");
        host.settle();
        RunningExperiment run = held(runs, first);
        ToyJars.centroids(second).dropInto(host.plugins, "second.jar");
        Files.delete(host.plugins.resolve("first.jar"));
        host.settle();
        remember(3);

        SwapResult made = run.swap(run.runs().get(0).run(), new SwapRequest("learner", "centroids@" + second, true, OptionalLong.empty(), false, new JsonObject()))
                .get(SECONDS, TimeUnit.SECONDS);
        run.resume();
        RunStatus end = ToyLab.ended(run).runs().get(0);

        assertEquals(RunStatus.State.DONE, end.state(), end.message());
        assertEquals("centroids@" + first + " centroids@" + second, made.from() + " " + made.to());
        Files.delete(host.plugins.resolve("second.jar"));
        host.settle();
        assertEquals(1, host.pluginBundles().size());
        Scratch.remove(runs);
    }

    /** A run that is paused before it has learned anything. */
    private RunningExperiment held(Path runs, String version) throws Exception {
        Path file = Files.writeString(base.resolve("cycles.json"), """
                {"name": "cycles", "protocol": "halves", "environment": "blobs", "learner": "centroids@%s", "metrics": ["count"]}""".formatted(version));
        gate.lock();
        try {
            RunningExperiment run = laboratory.start(new JsonExperimentReader(catalog).read(file, List.of()), new RunSettings(runs, base.resolve("data"), true, 1, false));
            run.pause();
            return run;
        } finally {
            gate.unlock();
        }
    }

    /** Takes down the class loaders of the learners' jars. */
    private void remember(int jars) {
        List<Bundle> bundles = host.pluginBundles();
        assertEquals(jars, bundles.size(), "the jar that has left the folder is leased");
        bundles.stream().filter(bundle -> bundle.getSymbolicName().equals("toys.centroids")).map(bundle -> bundle.adapt(BundleWiring.class).getClassLoader())
                .map(WeakReference::new).forEach(loaders::add);
    }

    /** After what can go has gone. */
    private Vitals vitals() throws Exception {
        assertEquals(List.of(), host.deployer().lingering());
        for (int i = 0; i < 5 && alive() > 0; i++) {
            System.gc();
        }
        assertEquals(0, alive(), "class loaders of plugins that have left");
        System.gc();
        return Vitals.now();
    }

    private long alive() {
        return loaders.stream().filter(each -> each.get() != null).count();
    }

    /** What the first fifth has warmed up stays as it is. */
    private static void assertLevel(List<Vitals> fifths) {
        String all = "after each fifth: " + fifths;
        System.getLogger(SwapCyclesTest.class.getName()).log(System.Logger.Level.INFO, all);
        Vitals before = fifths.get(0);
        Vitals after = fifths.get(fifths.size() - 1);
        assertTrue(after.threads() <= before.threads() + SLACK, all);
        assertTrue(after.groups() <= before.groups() + SLACK, all);
        assertTrue(after.descriptors() <= before.descriptors() + SLACK, all);
        assertTrue(after.classes() <= before.classes() + CLASSES_SLACK, all);
        assertTrue(after.metaspace() <= before.metaspace() + METASPACE_SLACK, all);
        assertTrue(after.heap() <= before.heap() + HEAP_SLACK, all);
    }
}
