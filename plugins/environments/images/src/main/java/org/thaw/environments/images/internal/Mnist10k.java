package org.thaw.environments.images.internal;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.thaw.api.Context;
import org.thaw.api.Plugin;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.TaskStream;

/**
 * The first 10,000 training images of MNIST in a fixed shuffled order, in this jar: the first 8,000 to train on, the last 2,000 to test on;
 * F32[28, 28] in [0, 1]; one task of ten classes. The data's README, beside them, names authors and licence.
 */
@Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "mnist-10k", summary = "10,000 handwritten digits of MNIST that need no download, 28×28 grey, 10 classes",
        source = "LeCun, Cortes, Burges: The MNIST database of handwritten digits. CC BY-SA 3.0")
public final class Mnist10k implements EnvironmentFactory<Mnist10k.Config, TaskStream> {
    private static final String IMAGES = "mnist-10k/mnist10k-images-idx3-ubyte.gz";
    private static final String IMAGES_SHA256 = "f33db760bfdf2217c883a2fa755696a53b7c1273250ddf83cb1b5ed713ada1b8";
    private static final String LABELS = "mnist-10k/mnist10k-labels-idx1-ubyte.gz";
    private static final String LABELS_SHA256 = "1b09cd7aac02bddde38d12ff04a55968144a343b2bba9325c8313e4da8ca6b60";
    private static final int COUNT = 10_000;
    private static final int TRAIN = 8_000;

    private final Shared<ImageTask> shared = new Shared<>();

    /** There is nothing to choose. */
    public record Config() {
    }

    @Override
    public TaskStream create(Config configuration, Context context) {
        return shared.get(Mnist10k::read);
    }

    private static ImageTask read() {
        byte[] pixels = Gzip.read(IMAGES, new ByteArrayInputStream(resource(IMAGES, IMAGES_SHA256)),
                in -> IdxReader.images(in, COUNT, IdxFiles.SIDE, IdxFiles.SIDE));
        byte[] labels = Gzip.read(LABELS, new ByteArrayInputStream(resource(LABELS, LABELS_SHA256)),
                in -> IdxReader.labels(in, COUNT, IdxFiles.CLASSES));
        LabelledImages all = new LabelledImages(pixels, labels);
        return new ImageTask(IdxFiles.SIGNATURE, all.slice(0, TRAIN), all.slice(TRAIN, COUNT));
    }

    /** The bytes of a file in this jar. @throws UncheckedIOException if it is missing or not the one meant */
    static byte[] resource(String name, String sha256) {
        try (InputStream in = Mnist10k.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException("not in the jar; the build left it out");
            }
            byte[] bytes = in.readAllBytes();
            String found = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            if (!found.equals(sha256)) {
                throw new IOException("SHA-256 " + found + ", expected " + sha256);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
