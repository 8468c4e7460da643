package org.thaw.environments.images.internal;

import java.util.Objects;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Examples;

/** Images as bytes, a quarter of what floats would take; a pixel p becomes p / 255. Immutable, so that runs can share it. */
final class LabelledImages implements Examples {
    /** p / 255 for each byte: a look-up is quicker than a division and gives the same bits. */
    private static final float[] VALUES = values();

    private final byte[] pixels;
    private final byte[] labels;
    private final int imageSize;
    private final int first;
    private final int size;

    /**
     * @param pixels image after image, not copied
     * @param labels one for each image, not copied
     */
    LabelledImages(byte[] pixels, byte[] labels) {
        this(pixels, labels, labels.length == 0 ? 0 : pixels.length / labels.length, 0, labels.length);
        if (imageSize * labels.length != pixels.length) {
            throw new IllegalArgumentException(pixels.length + " pixels cannot be shared out among " + labels.length + " images");
        }
    }

    private LabelledImages(byte[] pixels, byte[] labels, int imageSize, int first, int size) {
        this.pixels = pixels;
        this.labels = labels;
        this.imageSize = imageSize;
        this.first = first;
        this.size = size;
    }

    private static float[] values() {
        float[] values = new float[256];
        for (int p = 0; p < values.length; p++) {
            values[p] = p / 255f;
        }
        return values;
    }

    /** The images {@code from} … {@code to − 1}, not copied. */
    LabelledImages slice(int from, int to) {
        Objects.checkFromToIndex(from, to, size);
        return new LabelledImages(pixels, labels, imageSize, first + from, to - from);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void inputs(int[] indices, Tensor inputs) {
        if (inputs.rowSize() != imageSize) {
            throw new IllegalArgumentException("an image has " + imageSize + " pixels; a row of " + inputs + " has " + inputs.rowSize());
        }
        float[] out = inputs.floats();
        for (int row = 0, at = 0; row < inputs.rows(); row++) {
            int from = (first + Objects.checkIndex(indices[row], size)) * imageSize;
            for (int i = 0; i < imageSize; i++) {
                out[at++] = VALUES[pixels[from + i] & 0xff];
            }
        }
    }

    @Override
    public void targets(int[] indices, Tensor targets) {
        int[] out = targets.ints();
        for (int row = 0; row < targets.rows(); row++) {
            out[row] = labels[first + Objects.checkIndex(indices[row], size)] & 0xff;
        }
    }
}
