package org.thaw.runtime.internal.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.Step;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Sequences;
import org.thaw.api.protocol.Phase.Material;
import org.thaw.runtime.internal.random.Streams;

/** Which windows there are, and that each is as likely as any other. Observations are 100 times the life and the step. */
class WindowSamplerTest {
    private static final Signature COUNTER = new Signature(new Space.Categorical(10_000), new Space.Categorical(2));
    private static final int EPISODE = 4;

    @TempDir
    Path folder;
    private final List<Recorder> recorders = new ArrayList<>();

    /** Draws the windows one after the other. */
    private static final class Counting implements RandomStream {
        private final int windows;
        private int next;

        Counting(int windows) {
            this.windows = windows;
        }

        @Override
        public int nextInt(int bound) {
            assertEquals(windows, bound);
            return next++;
        }

        @Override
        public long nextLong() {
            throw new UnsupportedOperationException();
        }

        @Override
        public double nextDouble() {
            throw new UnsupportedOperationException();
        }

        @Override
        public float nextFloat() {
            throw new UnsupportedOperationException();
        }

        @Override
        public double nextGaussian() {
            throw new UnsupportedOperationException();
        }
    }

    @AfterEach
    void close() {
        recorders.forEach(Recorder::close);
    }

    private Recorder recorder() {
        recorders.add(new Recorder(folder.resolve("lives" + recorders.size()), COUNTER, MadeUpLife.ALWAYS));
        return recorders.get(recorders.size() - 1);
    }

    /** Lives in episodes of four steps. @param first the number of the first one */
    private Recording lives(int first, int... steps) {
        Recorder recorder = recorder();
        for (int i = 0; i < steps.length; i++) {
            recorder.begin(1);
            live(recorder, first + i, 0, steps[i]);
            recorder.end();
        }
        return recorder.view();
    }

    private static void live(Recorder recorder, int life, int from, int to) {
        StepBuffer step = new StepBuffer(COUNTER);
        Decision decision = new Decision(COUNTER);
        decision.choose(1);
        for (int i = from; i < to; i++) {
            step.observation().ints()[0] = 100 * life + i;
            if (i % EPISODE == 0) {
                step.first();
            } else if (i % EPISODE == EPISODE - 1) {
                step.termination(1);
            } else {
                step.transition(0);
            }
            if (!step.isFirst()) {
                step.previousAction(decision.action());
            }
            if (step.isLast()) {
                recorder.last(0, step);
            } else {
                recorder.add(0, step, decision);
            }
        }
    }

    private static List<Integer> observations(Sequences windows, int window) {
        return IntStream.range(0, windows.length(window)).mapToObj(t -> windows.step(window, t).state()).toList();
    }

    /** All windows, in the order of their numbers. */
    private static List<List<Integer>> all(WindowSampler sampler, int count) {
        Counting random = new Counting(count);
        return IntStream.range(0, count).mapToObj(i -> observations(sampler.draw(random), 0)).toList();
    }

    private static WindowSampler sampler(Material material, int window, long seed, Recording... recordings) {
        return new WindowSampler(List.of(recordings), material, window, 1, COUNTER, seed);
    }

    @Test
    void everyWindowThatFitsIsAsLikelyAsAnyOtherAndAShortLifeIsAWindow() {
        WindowSampler sampler = sampler(Material.ALL, 4, 1, lives(0, 3, 0, 6), lives(3, 4));
        List<List<Integer>> expected = List.of(List.of(0, 1, 2), List.of(200, 201, 202, 203), List.of(201, 202, 203, 204), List.of(202, 203, 204, 205),
                List.of(300, 301, 302, 303));
        assertEquals(expected, all(sampler, 5));
    }

    @Test
    void windowsBeginAndStayWithinTheMaterial() {
        Recording ten = lives(0, 10);
        assertEquals(List.of(List.of(0, 1, 2), List.of(1, 2, 3), List.of(2, 3, 4)), all(sampler(new Material(0, 0.5, false), 3, 1, ten), 3));
        WindowSampler end = sampler(new Material(0.7, 1, false), 3, 1, ten);
        Sequences drawn = end.draw(new Counting(1));
        assertEquals(List.of(7, 8, 9), observations(drawn, 0));
        assertEquals(7, drawn.start(0));
    }

    @Test
    void aBatchHoldsItsWindowsSideBySide() {
        WindowSampler sampler = new WindowSampler(List.of(lives(0, 6)), Material.ALL, 2, 3, COUNTER, 1);
        Sequences drawn = sampler.draw(new Counting(5));
        assertEquals(3, drawn.count());
        assertEquals(List.of(List.of(0, 1), List.of(1, 2), List.of(2, 3)), IntStream.range(0, 3).mapToObj(i -> observations(drawn, i)).toList());
        assertEquals(2, drawn.start(2));
        assertEquals(Step.Kind.LAST, drawn.step(2, 1).kind());
        assertEquals(1, drawn.step(2, 1).previousAction().index());
        assertEquals(1, drawn.decision(2, 0).action().index());
        assertEquals(false, drawn.decision(2, 1).action().chosen());
        assertThrows(IndexOutOfBoundsException.class, () -> drawn.step(0, 2));
    }

    /** The observations of a whole life as they are studied. */
    private static List<Integer> studied(Recording recording, Material material, int window, long seed) {
        return observations(sampler(material, window, seed, recording).draw(new Counting(1)), 0);
    }

    @Test
    void shufflingMovesWholeEpisodesOnly() {
        Recording life = lives(0, 42);
        List<Integer> order = studied(life, new Material(0, 1, true), 42, 1);
        assertNotEquals(IntStream.range(0, 42).boxed().toList(), order);
        assertEquals(42, new TreeSet<>(order).size());
        for (int i = 1; i < 42; i++) {
            boolean begins = order.get(i) % EPISODE == 0;
            boolean endsBefore = order.get(i - 1) % EPISODE == EPISODE - 1 || order.get(i - 1) == 41; // the last one is not over
            assertEquals(endsBefore, begins, "step " + i + " of " + order);
            if (!begins) {
                assertEquals(order.get(i - 1) + 1, order.get(i));
            }
        }
    }

    @Test
    void whatIsShuffledIsTheMaterial() {
        List<Integer> order = studied(lives(0, 40), new Material(0.25, 0.75, true), 20, 1);
        assertEquals(IntStream.range(10, 30).boxed().toList(), List.copyOf(new TreeSet<>(order)));
        assertNotEquals(IntStream.range(10, 30).boxed().toList(), order);
    }

    @Test
    void theOrderOfEpisodesDependsOnTheSeedAndTheLifeAlone() {
        Recording two = lives(0, 40, 40);
        Material shuffled = new Material(0, 1, true);
        List<Integer> order = studied(two, shuffled, 40, 1, 0);
        WindowSampler other = sampler(shuffled, 7, 1, two);
        RandomStream random = new Streams(3, "test").get("draws");
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Sequences drawn = other.draw(random);
            int start = (int) drawn.start(0);
            if (drawn.step(0, 0).state() < 100) {
                assertEquals(order.subList(start, start + 7), observations(drawn, 0));
                others.add(start);
            }
        }
        assertEquals(34, new TreeSet<>(others).size());
        assertNotEquals(order, studied(two, shuffled, 40, 2, 0));
        assertNotEquals(order, studied(two, shuffled, 40, 1, 1).stream().map(each -> each - 100).toList());
    }

    /** One of two lives as it is studied. */
    private static List<Integer> studied(Recording recording, Material material, int window, long seed, int life) {
        return all(sampler(material, window, seed, recording), 2).get(life);
    }

    @Test
    void whatIsAddedMeanwhileIsDrawnFromAsWell() {
        Recorder recorder = recorder();
        WindowSampler sampler = sampler(Material.ALL, 4, 1, recorder.view());
        assertThrows(IllegalStateException.class, () -> sampler.draw(new Counting(0)));
        recorder.begin(1);
        live(recorder, 0, 0, 3);
        assertEquals(List.of(List.of(0, 1, 2)), all(sampler, 1));
        live(recorder, 0, 3, 6);
        assertEquals(List.of(List.of(0, 1, 2, 3), List.of(1, 2, 3, 4), List.of(2, 3, 4, 5)), all(sampler, 3));
    }

    @Test
    void recordingsOfOtherSpacesAreRefused() {
        Signature other = new Signature(new Space.Categorical(9), new Space.Categorical(2));
        Recording lives = lives(0, 3);
        assertThrows(IllegalArgumentException.class, () -> new WindowSampler(List.of(lives), Material.ALL, 4, 1, other, 1));
    }
}
