package org.thaw.environments.images.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.thaw.api.MissingDataException;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Examples;
import org.thaw.api.environment.TaskStream;

class FashionMnistTest {
    private static final Path INSTALLED = Path.of("/usr/share/datasets/fashion-mnist");

    @Test
    void theClassWithTheNearestMeanIsRightIn6768Of10000() {
        if (!Files.isDirectory(INSTALLED)) {
            System.err.println("SKIPPED: nearest class mean on Fashion-MNIST: " + INSTALLED + " is not there; install Debian's package dataset-fashion-mnist");
        }
        Assumptions.assumeTrue(Files.isDirectory(INSTALLED), "Debian's package dataset-fashion-mnist is not installed");
        TaskStream fashion = new FashionMnist().create(new FashionMnist.Config(), new TestContext(true, Map.of()));
        assertEquals(60_000, fashion.train(0).size());
        assertEquals(10_000, fashion.test(0).size());
        assertEquals(6768, correct(means(fashion.train(0)), fashion.test(0)));
    }

    @Test
    void withoutAnyFilesTheErrorNamesTheFileAndThePackage() {
        TestContext context = new TestContext(false, Map.of());
        Exception e = assertThrows(MissingDataException.class, () -> new FashionMnist().create(new FashionMnist.Config(), context));
        assertEquals("Put t10k-labels-idx1-ubyte.gz into fashion-mnist/. Or install Debian's package dataset-fashion-mnist.", e.getMessage());
        assertEquals(List.of("dataset-fashion-mnist/t10k-labels-idx1-ubyte.gz", "fashion-mnist/t10k-labels-idx1-ubyte.gz"), context.asked);
    }

    private static double[][] means(Examples train) {
        double[][] means = new double[10][784];
        int[] counts = new int[10];
        Tensor input = Tensor.zeros(Tensor.Type.F32, 1, 28, 28);
        Tensor target = Tensor.zeros(Tensor.Type.I32, 1);
        for (int i = 0; i < train.size(); i++) {
            train.inputs(new int[] {i}, input);
            train.targets(new int[] {i}, target);
            int label = target.ints()[0];
            counts[label]++;
            for (int j = 0; j < 784; j++) {
                means[label][j] += input.floats()[j];
            }
        }
        for (int c = 0; c < 10; c++) {
            for (int j = 0; j < 784; j++) {
                means[c][j] /= counts[c];
            }
        }
        return means;
    }

    private static int correct(double[][] means, Examples test) {
        int correct = 0;
        Tensor input = Tensor.zeros(Tensor.Type.F32, 1, 28, 28);
        Tensor target = Tensor.zeros(Tensor.Type.I32, 1);
        for (int i = 0; i < test.size(); i++) {
            test.inputs(new int[] {i}, input);
            test.targets(new int[] {i}, target);
            int nearest = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int c = 0; c < 10; c++) {
                double distance = 0;
                for (int j = 0; j < 784; j++) {
                    double difference = input.floats()[j] - means[c][j];
                    distance += difference * difference;
                }
                if (distance < least) {
                    least = distance;
                    nearest = c;
                }
            }
            correct += nearest == target.ints()[0] ? 1 : 0;
        }
        return correct;
    }
}
