package org.thaw.runtime.internal.recording;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Decision;
import org.thaw.api.protocol.Phase.Material;
import org.thaw.runtime.internal.random.Streams;

/** Recording and reading take the memory that they were given, and nothing per step. */
class RecordingMemoryTest {
    private static final Signature ROOM = new Signature(new Space.Categorical(81), new Space.Categorical(5));
    private static final int STEPS = 50_000;
    /** An index entry for a block is what is left: less than a byte for each step. */
    private static final long PER_STEP = 1;

    @TempDir
    Path folder;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final RandomStream random = new Streams(7, "test").get("memory");

    private long allocated() {
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    /** What it is about is put into words only after the bytes were counted: making texts allocates. */
    private static void assertFrugal(long bytes, long steps, String what) {
        assertTrue(bytes < PER_STEP * steps, what + ": " + bytes + " bytes in " + steps + " steps");
    }

    private void live(Recorder recorder, StepBuffer step, Decision decision) {
        float[] distribution = decision.distribution();
        for (int i = 0; i < STEPS; i++) {
            step.observation().ints()[0] = random.nextInt(81);
            if (i % 100 == 0) {
                step.first();
            } else {
                step.transition(random.nextInt(2));
                step.previousAction(decision.action());
            }
            decision.clear();
            decision.choose(random.nextInt(5));
            distribution[random.nextInt(5)] = random.nextFloat();
            decision.distribution(distribution);
            decision.value(i);
            recorder.add(0, step, decision);
        }
    }

    @Test
    void recordingAllocatesNothingPerStep() {
        StepBuffer step = new StepBuffer(ROOM);
        Decision decision = new Decision(ROOM);
        try (Recorder recorder = new Recorder(folder.resolve("lives"), ROOM, MadeUpLife.ALWAYS)) {
            recorder.begin(1);
            live(recorder, step, decision);
            long before = allocated();
            live(recorder, step, decision);
            assertFrugal(allocated() - before, STEPS, "recording");
        }
    }

    @Test
    void aCacheNeverHoldsMoreThanItsBytesAndReadingAllocatesNothingPerStep() {
        Path file = folder.resolve("lives");
        StepBuffer step = new StepBuffer(ROOM);
        Decision decision = new Decision(ROOM);
        try (Recorder recorder = new Recorder(file, ROOM, MadeUpLife.ALWAYS)) {
            recorder.begin(1);
            live(recorder, step, decision);
            recorder.end();
        }
        long most = 200_000; // blocks of 1,024 steps take about 30,000 bytes unpacked, all of them 1,500,000
        BlockCache cache = new BlockCache(most);
        try (Recording recording = Recording.open(file, cache)) {
            for (boolean shuffled : new boolean[] {false, true}) {
                WindowSampler sampler = new WindowSampler(List.of(recording), new Material(0, 1, shuffled), 100, 10, ROOM, 1);
                for (int i = 0; i < 20; i++) {
                    sampler.draw(random);
                }
                long before = allocated();
                for (int i = 0; i < 50; i++) {
                    sampler.draw(random);
                }
                assertFrugal(allocated() - before, 50 * 10 * 100, "drawing, shuffled " + shuffled);
            }
            assertTrue(cache.bytes() <= most && cache.bytes() > 0, cache.bytes() + " bytes");
            long before = allocated();
            for (int i = 0; i < STEPS; i++) {
                recording.read(0, i, step, decision);
            }
            assertFrugal(allocated() - before, STEPS, "reading");
            assertTrue(cache.bytes() <= most, cache.bytes() + " bytes");
        }
    }
}
