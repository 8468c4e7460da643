package org.thaw.environments.images.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.thaw.api.Space;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Examples;
import org.thaw.api.environment.TaskStream;

class Mnist10kTest {
    private final Mnist10k factory = new Mnist10k();
    private final TaskStream mnist = create();

    private TaskStream create() {
        return factory.create(new Mnist10k.Config(), new TestContext(false, Map.of()));
    }

    @Test
    void thereAre8000ImagesToTrainAnd2000ToTestOn() {
        assertEquals(1, mnist.tasks());
        assertEquals(8_000, mnist.train(0).size());
        assertEquals(2_000, mnist.test(0).size());
        assertEquals(Space.Real.of(0, 1, 28, 28), mnist.signature().input());
        assertEquals(10, mnist.signature().choices());
    }

    @Test
    void classCountsAndMeanPixelAreThoseOfTheReadme() {
        int[] counts = new int[10];
        double sum = 0;
        for (Examples examples : new Examples[] {mnist.train(0), mnist.test(0)}) {
            int[] all = IntStream.range(0, examples.size()).toArray();
            Tensor targets = mnist.signature().output().buffer(all.length);
            examples.targets(all, targets);
            for (int label : targets.ints()) {
                counts[label]++;
            }
            Tensor inputs = mnist.signature().input().buffer(all.length);
            examples.inputs(all, inputs);
            for (float value : inputs.floats()) {
                sum += value * 255.0;
            }
        }
        assertArrayEquals(new int[] {1001, 1127, 991, 1032, 980, 863, 1014, 1070, 944, 978}, counts);
        assertEquals(33.437, sum / (10_000 * 784), 0.0005);
    }

    @Test
    void runsOfOneFactoryShareTheData() {
        assertSame(mnist.train(0), create().train(0));
    }

    @Test
    void thereIsNoSecondTask() {
        assertThrows(IndexOutOfBoundsException.class, () -> mnist.train(1));
        assertThrows(IndexOutOfBoundsException.class, () -> mnist.test(-1));
    }

    @Test
    void theAttributionTravelsWithTheData() {
        assertNotNull(Mnist10k.class.getResource("mnist-10k/README.md"));
    }

    @Test
    void aResourceThatIsMissingOrAnotherIsRefused() {
        String missing = assertThrows(UncheckedIOException.class, () -> Mnist10k.resource("mnist-10k/none.gz", "")).getMessage();
        assertEquals("mnist-10k/none.gz: not in the jar; the build left it out", missing);
        String other = assertThrows(UncheckedIOException.class, () -> Mnist10k.resource("mnist-10k/README.md", "00")).getMessage();
        assertTrue(other.startsWith("mnist-10k/README.md: SHA-256 ") && other.endsWith(", expected 00"), other);
    }
}
