package org.thaw.environments.images.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thaw.api.MissingDataException;
import org.thaw.api.Space;

class DownloadedSetsTest {
    private final TestContext context = new TestContext(false, Map.of());

    @Test
    void mnistAsksTheHostForItsFiles() {
        assertThrows(MissingDataException.class, () -> new Mnist().create(new Mnist.Config(), context));
        assertEquals(List.of("mnist/t10k-labels-idx1-ubyte.gz"), context.asked);
    }

    @Test
    void cifarAsksTheHostForItsArchive() {
        assertThrows(MissingDataException.class, () -> new Cifar10().create(new Cifar10.Config(), context));
        assertEquals(List.of("cifar-10/cifar-10-binary.tar.gz"), context.asked);
        assertEquals(Space.Real.of(0, 1, 3, 32, 32), CifarReader.SIGNATURE.input());
    }
}
