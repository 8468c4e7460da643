package org.thaw.learners.baselines.internal;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.thaw.api.Tensor;

/**
 * Fashion-MNIST from Debian's package dataset-fashion-mnist.
 *
 * @param images pixels/255, row after row
 * @param labels classes
 */
record FashionMnist(float[] images, int[] labels) {
    static final Path FOLDER = Path.of("/usr/share/datasets/fashion-mnist");
    static final int PIXELS = 784;

    static boolean present() {
        return Files.isDirectory(FOLDER);
    }

    /** @param part {@code train} or {@code t10k} */
    static FashionMnist read(String part) throws IOException {
        byte[] pixels = idx(part + "-images-idx3-ubyte.gz", 16);
        byte[] classes = idx(part + "-labels-idx1-ubyte.gz", 8);
        float[] images = new float[pixels.length];
        int[] labels = new int[classes.length];
        for (int i = 0; i < pixels.length; i++) {
            images[i] = (pixels[i] & 0xff) / 255f;
        }
        for (int i = 0; i < classes.length; i++) {
            labels[i] = classes[i];
        }
        return new FashionMnist(images, labels);
    }

    private static byte[] idx(String name, int header) throws IOException {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(Files.newInputStream(FOLDER.resolve(name)), 1 << 16))) {
            in.skipNBytes(header);
            return in.readAllBytes();
        }
    }

    int size() {
        return labels.length;
    }

    Tensor inputs(int from, int rows) {
        return Tensor.of(Arrays.copyOfRange(images, from * PIXELS, (from + rows) * PIXELS), rows, 28, 28);
    }

    Tensor targets(int from, int rows) {
        return Tensor.of(Arrays.copyOfRange(labels, from, from + rows), rows);
    }
}
