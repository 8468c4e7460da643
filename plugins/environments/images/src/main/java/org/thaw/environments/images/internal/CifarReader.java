package org.thaw.environments.images.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import org.thaw.api.Signature;
import org.thaw.api.Space;

/**
 * Reads the binary version of CIFAR-10 (Krizhevsky 2009): a tar archive with five training batches and a test batch; in each, for every
 * image, one byte of label and 3 × 32 × 32 bytes of pixels, all red, then all green, then all blue, row by row.
 */
final class CifarReader {
    static final Signature SIGNATURE = new Signature(Space.Real.of(0, 1, 3, 32, 32), new Space.Categorical(10));

    private static final int IMAGE = 3 * 32 * 32;
    private static final int CLASSES = 10;
    private static final int TRAINING_BATCHES = 5;
    private static final String FOLDER = "cifar-10-batches-bin/";

    private final int perBatch;
    private final byte[] trainPixels;
    private final byte[] trainLabels;
    private final byte[] testPixels;
    private final byte[] testLabels;

    private CifarReader(int perBatch) {
        this.perBatch = perBatch;
        this.trainPixels = new byte[TRAINING_BATCHES * perBatch * IMAGE];
        this.trainLabels = new byte[TRAINING_BATCHES * perBatch];
        this.testPixels = new byte[perBatch * IMAGE];
        this.testLabels = new byte[perBatch];
    }

    /**
     * Reads an unpacked archive.
     *
     * @param perBatch how many images each batch holds; 10,000 as published
     * @throws IOException if the archive is damaged, lacks a batch or has one of another size
     */
    static ImageTask read(InputStream in, int perBatch) throws IOException {
        return new CifarReader(perBatch).read(new TarReader(in));
    }

    private ImageTask read(TarReader archive) throws IOException {
        Set<String> missing = new LinkedHashSet<>();
        for (int b = 1; b <= TRAINING_BATCHES; b++) {
            missing.add(FOLDER + "data_batch_" + b + ".bin");
        }
        missing.add(FOLDER + "test_batch.bin");
        while (archive.next()) {
            String name = archive.name();
            if (!missing.remove(name)) {
                continue;
            }
            if (name.endsWith("test_batch.bin")) {
                batch(archive, testPixels, testLabels, 0);
            } else {
                int number = name.charAt(name.length() - ".bin".length() - 1) - '0';
                batch(archive, trainPixels, trainLabels, (number - 1) * perBatch);
            }
        }
        if (!missing.isEmpty()) {
            throw new IOException("the archive lacks " + String.join(", ", missing));
        }
        return new ImageTask(SIGNATURE, new LabelledImages(trainPixels, trainLabels), new LabelledImages(testPixels, testLabels));
    }

    private void batch(TarReader archive, byte[] pixels, byte[] labels, int first) throws IOException {
        long expected = (long) perBatch * (1 + IMAGE);
        if (archive.left() != expected) {
            throw new IOException(archive.name() + " has " + archive.left() + " bytes, expected " + expected + ": " + perBatch + " images of " + (1 + IMAGE));
        }
        for (int i = 0; i < perBatch; i++) {
            archive.read(labels, first + i, 1);
            int label = labels[first + i] & 0xff;
            if (label >= CLASSES) {
                throw new IOException(archive.name() + ": label " + label + " at byte " + (long) i * (1 + IMAGE) + ", expected 0 to " + (CLASSES - 1));
            }
            archive.read(pixels, (first + i) * IMAGE, IMAGE);
        }
    }
}
