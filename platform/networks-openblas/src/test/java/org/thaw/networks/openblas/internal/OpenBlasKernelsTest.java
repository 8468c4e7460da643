package org.thaw.networks.openblas.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thaw.networks.Initialiser;
import org.thaw.networks.Kernels;
import org.thaw.networks.Kernels.Form;
import org.thaw.networks.Network;
import org.thaw.networks.Patches;
import org.thaw.networks.SoftmaxCrossEntropy;

class OpenBlasKernelsTest {

    @BeforeAll
    static void nativesAreForThisPlatform() {
        Natives.assume();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void largeProductsAreThoseOfThePlainKernelsUpToRounding(Form form) {
        int m = 144;
        int n = 160;
        int k = 250;
        boolean turnedA = form == Form.TN;
        boolean turnedB = form == Form.NT;
        for (int gap : new int[] {0, 3}) {
            for (boolean accumulate : new boolean[] {false, true}) {
                int lda = (turnedA ? m : k) + gap;
                int ldb = (turnedB ? k : n) + gap;
                int ldc = n + gap;
                float[] a = values(2 + (turnedA ? k : m) * lda, 1);
                float[] b = values(5 + (turnedB ? n : k) * ldb, 2);
                float[] expected = values(1 + m * ldc, 3);
                float[] c = expected.clone();
                Kernels.named("plain").sgemm(form, m, n, k, a, 2, lda, b, 5, ldb, expected, 1, ldc, accumulate);
                Kernels.named("openblas").sgemm(form, m, n, k, a, 2, lda, b, 5, ldb, c, 1, ldc, accumulate);
                assertClose(expected, c, k);
            }
        }
    }

    @Test
    void smallProductsHaveTheBitsOfTheReproducibleKernels() {
        float[] a = values(20 * 30, 1);
        float[] b = values(30 * 25, 2);
        float[] expected = new float[20 * 25];
        float[] c = new float[20 * 25];
        Kernels.named("plain").sgemm(Form.NN, 20, 25, 30, a, 0, 30, b, 0, 25, expected, 0, 25, false);
        Kernels.named("openblas").sgemm(Form.NN, 20, 25, 30, a, 0, 30, b, 0, 25, c, 0, 25, false);
        assertArrayEquals(expected, c);
    }

    /** 1600 patches of 3×3×32 values, in rows of 40 on an image of 42×42×32. */
    @Test
    void convolutionsAndTheirGradientsAreThoseOfThePlainKernelsUpToRounding() {
        int channels = 32;
        int side = 40;
        int outer = side + 2;
        int n = 24;
        int[] starts = new int[side * side];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = (i / side * outer + i % side) * channels;
        }
        Patches patches = new Patches(starts, 3, 3 * channels, outer * channels);
        float[] image = values(outer * outer * channels + 8, 4);
        float[] weights = values(7 + patches.size() * n, 5);
        float[] expected = values(starts.length * n, 6);
        float[] c = expected.clone();
        Kernels plain = Kernels.named("plain");
        Kernels openblas = Kernels.named("openblas");
        plain.addPatchProduct(patches, starts.length, n, image, weights, 7, expected);
        openblas.addPatchProduct(patches, starts.length, n, image, weights, 7, c);
        assertClose(expected, c, patches.size());

        int first = 90;
        int count = 1500;
        float[] deltas = values(starts.length * n, 8);
        for (boolean accumulate : new boolean[] {false, true}) {
            float[] sums = values(patches.size() * n + 3, 9);
            float[] gradient = sums.clone();
            plain.patchGradient(patches, first, count, n, image, deltas, sums, 3, accumulate);
            openblas.patchGradient(patches, first, count, n, image, deltas, gradient, 3, accumulate);
            assertClose(sums, gradient, count);
        }
    }

    @Test
    void aNetworkTrainsOnThemAndSaysThatTheyAreNotReproducible() {
        Network plain = network("plain");
        Network openblas = network("openblas");
        assertEquals("openblas", openblas.kernels().name());
        assertFalse(openblas.kernels().reproducible());
        assertEquals("openblas", openblas.copy().kernels().name());
        int rows = 96;
        float[] inputs = values(rows * 200, 11);
        int[] labels = new SplittableRandom(12).ints(rows, 0, 10).toArray();
        for (Network network : new Network[] {plain, openblas}) {
            SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy(10);
            loss.of(network.forward(inputs, rows), rows, labels, 0);
            network.backward(loss.gradient());
        }
        for (int i = 0; i < plain.gradient().length; i++) {
            assertEquals(plain.gradient()[i], openblas.gradient()[i], 1e-5f);
        }
    }

    @Test
    void aLargeMatrixThatDoesNotFitItsArrayIsRefused() {
        int n = 200;
        float[] whole = new float[n * n];
        float[] shorter = Arrays.copyOf(whole, n * n - 1);
        Kernels kernels = Kernels.named("openblas");
        assertThrows(IndexOutOfBoundsException.class, () -> kernels.sgemm(Form.NN, n, n, n, shorter, 0, n, whole, 0, n, whole, 0, n, false));
        assertThrows(IndexOutOfBoundsException.class, () -> kernels.sgemm(Form.NN, n, n, n, whole, 0, n, whole, 1, n, whole, 0, n, false));
        assertThrows(IndexOutOfBoundsException.class, () -> kernels.sgemm(Form.NN, n, n, n, whole, 0, n, whole, 0, n, shorter, 0, n, false));
    }

    @Test
    void onAProcessorThatOpenBlasDoesNotKnowTheyAreRefusedWithWhatHelps() throws Exception {
        assumeTrue(System.getProperty("nd4j.platform").endsWith("x86_64"), "NOT TESTED: these loops are there for x86-64 alone");
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.bytedeco.javacpp.cachedir=" + System.getProperty("org.bytedeco.javacpp.cachedir"), "-cp", System.getProperty("java.class.path"), Choice.class.getName());
        builder.environment().put("OPENBLAS_CORETYPE", "Prescott");
        Process process = builder.redirectErrorStream(true).start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(said.contains("set the environment variable OPENBLAS_CORETYPE"), said);
            assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        } finally {
            process.destroyForcibly();
        }
    }

    /** In a process of its own, which has an environment of its own. */
    static final class Choice {

        public static void main(String[] arguments) {
            try {
                System.out.println(Kernels.named("openblas").name());
            } catch (IllegalArgumentException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    private static Network network(String kernels) {
        return Network.of(200).dense(300).relu().dense(10).kernels(Kernels.named(kernels))
                .build(Initialiser.PYTORCH, new SplittableRandom(10)::nextDouble);
    }

    /** Values in [-1, 1): a sum of {@code terms} products, each rounded, is off by a few units of its last place at most. */
    private static void assertClose(float[] expected, float[] actual, int terms) {
        float tolerance = (float) (4e-7 * Math.sqrt(terms) * 4);
        for (int i = 0; i < expected.length; i++) {
            int at = i;
            assertEquals(expected[i], actual[i], tolerance, () -> "at " + at);
        }
    }

    private static float[] values(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (2 * random.nextDouble() - 1);
        }
        return values;
    }
}
