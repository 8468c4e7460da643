package org.thaw.environments.streams.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.environment.TaskStream;
import org.thaw.tck.host.HostContext;

class SeaTest {
    private static final List<Double> TWO = List.of(4.0, 14.0);

    @Test
    void theClassTellsWhetherTheFirstTwoInputsStayBelowTheThresholdOfTheConcept() {
        TaskStream stream = create(1, 0, 0);
        assertEquals(3, stream.tasks());
        for (int task = 0; task < 3; task++) {
            Reading read = Reading.all(stream.signature(), stream.train(task));
            for (int i = 0; i < 100; i++) {
                assertEquals(read.x(i, 0) + read.x(i, 1) <= TWO.get(task % 2) ? 1 : 0, read.label(i));
                assertTrue(read.x(i, 2) >= 0 && read.x(i, 2) < 10);
            }
        }
    }

    @Test
    void readingInAnyOrderGivesTheSameBits() {
        TaskStream stream = create(1, 50, 0.1);
        Reading all = Reading.all(stream.signature(), stream.train(1));
        Reading some = Reading.of(stream.signature(), create(1, 50, 0.1).train(1), 70, 3, 3);
        for (int i = 0; i < 3; i++) {
            assertEquals(all.x(70, i), some.x(0, i));
            assertEquals(all.x(3, i), some.x(2, i));
        }
        assertEquals(all.label(70), some.label(0));
        assertEquals(all.label(3), some.label(1));
    }

    @Test
    void eachSeedHasItsExamplesAndTestsShareNoneWithTheStream() {
        Reading one = Reading.all(create(1, 0, 0).signature(), create(1, 0, 0).train(0));
        assertNotEquals(one.x(0, 0), Reading.of(create(2, 0, 0).signature(), create(2, 0, 0).train(0), 0).x(0, 0));
        Reading test = Reading.all(create(1, 0, 0).signature(), create(1, 0, 0).test(0));
        assertEquals(20, test.targets().rows());
        for (int i = 0; i < 20; i++) {
            for (int j = 0; j < 100; j++) {
                assertNotEquals(one.x(j, 0), test.x(i, 0));
            }
        }
    }

    @Test
    void noiseTurnsThatShareOfTheLabelsAroundAndLeavesInputsAndTestsAlone() {
        TaskStream clean = new Sea().create(new Sea.Config(10_000, 20, TWO, 0, 0, 0), new HostContext(1));
        TaskStream noisy = new Sea().create(new Sea.Config(10_000, 20, TWO, 0, 0, 0.1), new HostContext(1));
        Reading a = Reading.all(clean.signature(), clean.train(0));
        Reading b = Reading.all(noisy.signature(), noisy.train(0));
        assertArrayEquals(a.inputs().floats(), b.inputs().floats());
        int turned = 0;
        for (int i = 0; i < 10_000; i++) {
            turned += a.label(i) == b.label(i) ? 0 : 1;
        }
        // four standard errors of 30
        assertEquals(1000, turned, 120);
        assertArrayEquals(Reading.all(clean.signature(), clean.test(0)).targets().ints(), Reading.all(noisy.signature(), noisy.test(0)).targets().ints());
    }

    @Test
    void aGradualDriftMixesTheTwoConceptsAroundTheBoundary() {
        TaskStream stream = new Sea().create(new Sea.Config(20_000, 20, TWO, 10_000, 8_000, 0), new HostContext(3));
        Reading before = Reading.all(stream.signature(), stream.train(0));
        int early = 0;
        int late = 0;
        for (int i = 0; i < 5_000; i++) {
            early += ofSecond(before, i);
            late += ofSecond(before, 5_000 + i);
        }
        assertEquals(0, early, "before the middle of a period nothing mixes");
        assertTrue(late > 100, "of the second concept: " + late);
    }

    /** Whether an example can only be of the second concept. */
    private static int ofSecond(Reading read, int i) {
        float sum = read.x(i, 0) + read.x(i, 1);
        return sum > 4 && sum <= 14 && read.label(i) == 1 ? 1 : 0;
    }

    private static TaskStream create(long seed, int width, double noise) {
        return new Sea().create(new Sea.Config(300, 20, TWO, 100, width, noise), new HostContext(seed));
    }
}
