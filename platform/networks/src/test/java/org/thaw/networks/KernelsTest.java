package org.thaw.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thaw.networks.Kernels.Form;

class KernelsTest {

    /** The law itself, in its plainest form. */
    private static void law(Form form, int m, int n, int k, float[] a, int aOffset, int lda, float[] b, int bOffset,
            int ldb, float[] c, int cOffset, int ldc, boolean accumulate) {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                float sum = accumulate ? c[cOffset + i * ldc + j] : 0f;
                for (int p = 0; p < k; p++) {
                    float x = a[aOffset + (form == Form.TN ? p * lda + i : i * lda + p)];
                    float y = b[bOffset + (form == Form.NT ? j * ldb + p : p * ldb + j)];
                    if (x != 0 || form == Form.NT || m >= Kernels.FEW_ROWS || !manyZeros(form, k, a, aOffset, lda, i, p)) {
                        sum = Math.fma(x, y, sum);
                    }
                }
                c[cOffset + i * ldc + j] = sum;
            }
        }
    }

    /** Whether of every eighth value of row i of op(A), in the stretch of 512 that value p lies in, more than an eighth is zero. */
    private static boolean manyZeros(Form form, int k, float[] a, int aOffset, int lda, int i, int p) {
        int from = p / 512 * 512;
        int to = Math.min(from + 512, k);
        int zeros = 0;
        for (int q = from; q < to; q += 8) {
            zeros += a[aOffset + (form == Form.TN ? q * lda + i : i * lda + q)] == 0 ? 1 : 0;
        }
        return 8 * zeros > (to - from) / 8;
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "vector"})
    void productsHaveTheBitsOfTheLawForAllShapesAndStrides(String name) {
        Kernels kernels = Kernels.named(name);
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 600; round++) {
            Form form = Form.values()[random.nextInt(3)];
            int m = random.nextInt(round % 2 == 0 ? 6 : 40);
            int n = random.nextInt(round % 3 == 0 ? 12 : 300);
            int k = round % 7 == 0 ? 1 : random.nextInt(round % 5 == 0 ? 700 : 40);
            int lda = (form == Form.TN ? m : k) + random.nextInt(3);
            int ldb = (form == Form.NT ? k : n) + random.nextInt(3);
            int ldc = n + random.nextInt(3);
            int aOffset = random.nextInt(4);
            int bOffset = random.nextInt(4);
            int cOffset = random.nextInt(4);
            boolean accumulate = random.nextBoolean();
            float[] a = Streams.values(aOffset + (form == Form.TN ? k : m) * lda, random.nextLong());
            float[] b = Streams.values(bOffset + (form == Form.NT ? n : k) * ldb, random.nextLong());
            float[] c = Streams.values(cOffset + m * ldc + 5, random.nextLong());
            float[] expected = c.clone();
            law(form, m, n, k, a, aOffset, lda, b, bOffset, ldb, expected, cOffset, ldc, accumulate);
            kernels.sgemm(form, m, n, k, a, aOffset, lda, b, bOffset, ldb, c, cOffset, ldc, accumulate);
            String shape = form + " m=" + m + " n=" + n + " k=" + k + " accumulate=" + accumulate;
            for (int i = 0; i < c.length; i++) {
                assertEquals(Float.floatToRawIntBits(expected[i]), Float.floatToRawIntBits(c[i]), shape + " at " + i);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "vector"})
    void ofFewRowsTermsAreLeftOutWhereManyAreZero(String name) {
        Kernels kernels = Kernels.named(name);
        SplittableRandom random = new SplittableRandom(2);
        float[] odd = {0f, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.MIN_VALUE};
        for (int round = 0; round < 300; round++) {
            int m = 1 + random.nextInt(3);
            int n = 1 + random.nextInt(300);
            int k = round % 10 == 0 ? 1 : 1 + random.nextInt(1200);
            double zeros = random.nextInt(9) / 8.0;
            Form form = round % 2 == 0 ? Form.NN : Form.TN;
            float[] a = mixed(Streams.values(m * k, random.nextLong()), zeros, new float[] {0f, -0f}, random);
            float[] b = mixed(Streams.values(k * n, random.nextLong()), 0.01, odd, random);
            float[] c = mixed(Streams.values(m * n, random.nextLong()), 0.1, odd, random);
            checkBits(kernels, form, m, n, k, a, b, c, n, random.nextBoolean());
        }
    }

    /** A product that adds to c or overwrites it has the bits of the law, but for those of NaN. */
    private static void checkBits(Kernels kernels, Form form, int m, int n, int k, float[] a, float[] b, float[] c, int ldc, boolean accumulate) {
        int lda = form == Form.TN ? m : k;
        int ldb = form == Form.NT ? k : n;
        float[] expected = c.clone();
        law(form, m, n, k, a, 0, lda, b, 0, ldb, expected, 0, ldc, accumulate);
        kernels.sgemm(form, m, n, k, a, 0, lda, b, 0, ldb, c, 0, ldc, accumulate);
        String shape = kernels.name() + " " + form + " m=" + m + " n=" + n + " k=" + k + " accumulate=" + accumulate;
        for (int i = 0; i < c.length; i++) {
            assertEquals(Float.floatToIntBits(expected[i]), Float.floatToIntBits(c[i]), shape + " at " + i);
        }
    }

    /** Shapes at the edges of tiles, of parts and of what is worth packing; with as many zeros as numbers, and with NaN and infinity, which have to pass through them. */
    @ParameterizedTest
    @CsvSource({"NN, 37, 1024, 70", "NN, 37, 1029, 300", "NN, 70, 1100, 40", "NN, 4, 67, 20", "NN, 5, 67, 20", "NN, 6, 35, 20", "NN, 7, 19, 20", "NN, 8, 64, 520", "NT, 16, 514, 64",
            "NT, 40, 300, 400", "NT, 70, 800, 300", "TN, 40, 67, 40"})
    void productsHaveTheBitsOfTheLawAtEdges(Form form, int m, int n, int k) {
        SplittableRandom random = new SplittableRandom(3);
        float[] odd = {0f, -0f, Float.NaN, Float.NEGATIVE_INFINITY, Float.MIN_VALUE};
        int ldc = n + 3;
        float[] a = mixed(Streams.values(m * k, random.nextLong()), 0.5, new float[] {0f, -0f}, random);
        float[] b = mixed(Streams.values(k * n, random.nextLong()), 0.2 / k, odd, random);
        for (boolean accumulate : new boolean[] {false, true}) {
            float[] c = Streams.values(m * ldc, random.nextLong());
            for (String name : List.of("plain", "vector")) {
                checkBits(Kernels.named(name), form, m, n, k, a, b, c.clone(), ldc, accumulate);
            }
        }
    }

    private static float[] mixed(float[] values, double share, float[] with, SplittableRandom random) {
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextDouble() < share ? with[random.nextInt(with.length)] : values[i];
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "vector"})
    void whatIsNoNumberIsNoZero(String name) {
        float[] a = new float[64];
        a[40] = Float.NaN;
        float[] b = Streams.values(64 * 40, 3);
        float[] c = new float[40];
        Kernels.named(name).sgemm(Form.NN, 1, 40, 64, a, 0, 64, b, 0, 40, c, 0, 40, false);
        for (float value : c) {
            assertTrue(Float.isNaN(value));
        }
    }

    /** The patches written out, a row each. */
    private static float[] matrix(Patches patches, float[] image) {
        float[] matrix = new float[patches.starts().length * patches.size()];
        for (int i = 0; i < matrix.length; i++) {
            int at = i % patches.size();
            matrix[i] = image[patches.starts()[i / patches.size()] + at / patches.length() * patches.stride() + at % patches.length()];
        }
        return matrix;
    }

    /** Windows of two stretches on an image of one row; their sums run along the patch, and over the patches. */
    @ParameterizedTest
    @ValueSource(strings = {"plain", "vector"})
    void convolutionsHaveTheBitsOfTheLawForAllShapes(String name) {
        Kernels kernels = Kernels.named(name);
        SplittableRandom random = new SplittableRandom(2);
        for (int round = 0; round < 300; round++) {
            int m = 1 + random.nextInt(round % 3 == 0 ? 300 : 40);
            int n = 1 + random.nextInt(80);
            int length = 1 + random.nextInt(40);
            int stride = length + random.nextInt(5);
            int[] starts = random.ints(m, 0, 200).toArray();
            Patches patches = new Patches(starts, 2, length, stride);
            float[] image = Streams.values(200 + stride + length + 8, random.nextLong());
            float[] matrix = matrix(patches, image);
            float[] b = Streams.values(3 + patches.size() * n, random.nextLong());
            float[] c = Streams.values(m * n, random.nextLong());
            float[] expected = c.clone();
            law(Form.NN, m, n, patches.size(), matrix, 0, patches.size(), b, 3, n, expected, 0, n, true);
            kernels.addPatchProduct(patches, m, n, image, b, 3, c);
            assertArrayEquals(expected, c, "product m=" + m + " n=" + n + " length=" + length);

            int first = random.nextInt(m);
            boolean accumulate = random.nextBoolean();
            float[] gradient = b.clone();
            law(Form.TN, patches.size(), n, m - first, matrix, first * patches.size(), patches.size(), c, first * n, n, b, 3, n, accumulate);
            kernels.patchGradient(patches, first, m - first, n, image, c, gradient, 3, accumulate);
            assertArrayEquals(b, gradient, "gradient m=" + m + " n=" + n + " length=" + length + " first=" + first);
        }
    }

    /** Most are mostly zero, so that they are gone through value by value; the sums have the same bits. */
    @ParameterizedTest
    @ValueSource(strings = {"plain", "vector"})
    void convolutionsOfPicturesHaveTheBitsOfTheLawHoweverManyValuesAreZero(String name) {
        Kernels kernels = Kernels.named(name);
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 200; round++) {
            int window = 1 + random.nextInt(3);
            int stride = 1 + random.nextInt(2);
            int high = 1 + random.nextInt(6);
            int wide = 1 + random.nextInt(6);
            int channels = 1 + random.nextInt(7);
            int width = ((wide - 1) * stride + window + random.nextInt(2)) * channels;
            int picture = ((high - 1) * stride + window + random.nextInt(2)) * width;
            int each = high * wide;
            int pictures = 1 + random.nextInt(4);
            int n = round % 4 == 0 ? 1 + random.nextInt(40) : 16 * (1 + random.nextInt(2));
            int[] starts = IntStream.range(0, (pictures + 1) * each).map(i -> i / each * picture + i % each / wide * stride * width + i % wide * stride * channels).toArray();
            Patches patches = Patches.ofPictures(picture, each, starts, window, window * channels, width);
            double zeros = round % 5 == 0 ? random.nextDouble() : 0.8 + 0.2 * random.nextDouble();
            float[] image = mixed(Streams.values((pictures + 1) * picture + 8, random.nextLong()), zeros, new float[] {0f, -0f}, random);
            float[] matrix = matrix(patches, image);
            String shape = pictures + " pictures of " + high + " by " + wide + " patches, window " + window + ", stride " + stride + ", n=" + n + ", zeros " + zeros;
            int m = pictures * each - (round % 7 == 0 ? random.nextInt(each) : 0);
            float[] b = Streams.values(3 + patches.size() * n, random.nextLong());
            float[] c = Streams.values(starts.length * n, random.nextLong());
            float[] expected = c.clone();
            law(Form.NN, m, n, patches.size(), matrix, 0, patches.size(), b, 3, n, expected, 0, n, true);
            kernels.addPatchProduct(patches, m, n, image, b, 3, c);
            assertArrayEquals(expected, c, "product of " + shape);

            int first = random.nextInt(pictures) * each;
            int last = first + each * (1 + random.nextInt(pictures - first / each));
            boolean accumulate = random.nextBoolean();
            float[] gradient = b.clone();
            law(Form.TN, patches.size(), n, last - first, matrix, first * patches.size(), patches.size(), c, first * n, n, b, 3, n, accumulate);
            kernels.patchGradient(patches, first, last - first, n, image, c, gradient, 3, accumulate);
            assertArrayEquals(b, gradient, "gradient of " + shape + ", patches " + first + " to " + last);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "vector"})
    void whatIsNoNumberIsNoZeroInAPictureEither(String name) {
        int[] starts = IntStream.range(0, 64).map(i -> i / 8 * 10 + i % 8).toArray();
        Patches patches = Patches.ofPictures(100, 64, starts, 3, 3, 10);
        float[] image = new float[108];
        image[55] = Float.NaN;
        float[] c = new float[64 * 16];
        Kernels.named(name).addPatchProduct(patches, 64, 16, image, Streams.values(9 * 16, 3), 0, c);
        for (int i = 0; i < c.length; i++) {
            int y = i / 16 / 8;
            int x = i / 16 % 8;
            assertEquals(y >= 3 && y <= 5 && x >= 3 && x <= 5, Float.isNaN(c[i]), "patch " + y + ", " + x);
        }
    }

    @Test
    void picturesWhosePatchesLieDifferentlyAreRefused() {
        assertEquals("patch 3 starts at 13: expected 2 patches in ascending order in each picture of 10 values, alike in all",
                assertThrows(IllegalArgumentException.class, () -> Patches.ofPictures(10, 2, new int[] {0, 2, 10, 13}, 2, 2, 4)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> Patches.ofPictures(10, 2, new int[] {2, 0}, 2, 2, 4));
        assertEquals("stretches of 5 values, 4 apart, lie over each other",
                assertThrows(IllegalArgumentException.class, () -> Patches.ofPictures(10, 1, new int[] {0}, 2, 5, 4)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "vector"})
    void aProductOfTwoByTwoMatricesIsTheHandWorkedOne(String name) {
        float[] c = {100, 100, 100, 100};
        Kernels kernels = Kernels.named(name);
        kernels.sgemm(Form.NN, 2, 2, 2, new float[] {1, 2, 3, 4}, 0, 2, new float[] {5, 6, 7, 8}, 0, 2, c, 0, 2, false);
        assertArrayEquals(new float[] {19, 22, 43, 50}, c);
        kernels.sgemm(Form.NT, 2, 2, 2, new float[] {1, 2, 3, 4}, 0, 2, new float[] {5, 6, 7, 8}, 0, 2, c, 0, 2, true);
        assertArrayEquals(new float[] {19 + 17, 22 + 23, 43 + 39, 50 + 53}, c);
        kernels.sgemm(Form.TN, 2, 2, 2, new float[] {1, 2, 3, 4}, 0, 2, new float[] {5, 6, 7, 8}, 0, 2, c, 0, 2, false);
        assertArrayEquals(new float[] {26, 30, 38, 44}, c);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "vector"})
    void nanAndInfinityPassThroughZeros(String name) {
        float[] c = new float[5 * 3];
        float[] a = new float[5 * 2];
        float[] b = {Float.NaN, Float.POSITIVE_INFINITY, 1, 1, 1, 1};
        Kernels.named(name).sgemm(Form.NN, 5, 3, 2, a, 0, 2, b, 0, 3, c, 0, 3, false);
        for (int i = 0; i < 5; i++) {
            assertTrue(Float.isNaN(c[i * 3]) && Float.isNaN(c[i * 3 + 1]));
            assertEquals(0f, c[i * 3 + 2]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "vector"})
    void theRectifierKeepsPositiveValuesAndItsGradientOnlyThere(String name) {
        Kernels kernels = Kernels.named(name);
        int n = 37;
        float[] in = Streams.values(n, 5);
        in[3] = 0f;
        in[4] = -0f;
        float[] out = new float[n];
        float[] gradient = Streams.values(n, 6);
        float[] back = new float[n];
        kernels.rectify(n, in, out);
        kernels.rectifyGradient(n, out, gradient, back);
        for (int i = 0; i < n; i++) {
            assertEquals(in[i] > 0 ? in[i] : 0f, out[i]);
            assertEquals(in[i] > 0 ? gradient[i] : 0f, back[i]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "vector"})
    void aMatrixThatDoesNotFitItsArrayIsRefusedByName(String name) {
        Exception e = assertThrows(IndexOutOfBoundsException.class, () -> Kernels.named(name)
                .sgemm(Form.NN, 2, 2, 2, new float[4], 0, 2, new float[4], 1, 2, new float[4], 0, 2, false));
        assertEquals("sgemm: B [2, 2] from index 1 with stride 2 needs an array of 5, not 4", e.getMessage());
    }

    @Test
    void unknownKernelsAreRefusedWithTheNamesThereAre() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> Kernels.named("cuda"));
        assertEquals("no kernels are called 'cuda'; there are [vector, plain, openblas]", e.getMessage());
    }

    @Test
    void withoutTheFragmentOpenBlasIsRefusedWithWhatItNeeds() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> Kernels.named("openblas"));
        assertEquals("kernels 'openblas' need org.thaw.networks.openblas and ND4J's bundle beside org.thaw.networks", e.getMessage());
    }

    @Test
    void vectorKernelsAreChosenWhereTheModuleIsPresent() {
        assertEquals("vector", Kernels.standard().name());
        assertTrue(Kernels.standard().reproducible());
    }
}
