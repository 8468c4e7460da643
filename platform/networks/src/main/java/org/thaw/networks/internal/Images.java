package org.thaw.networks.internal;

import java.util.List;

/** Samples of shape [height, width, channels], and copies of them with room around and between the pixels. */
final class Images {

    private Images() {
    }

    /** Refuses shapes that are no images, or too small for a window. */
    static void check(String kind, List<Integer> shape, int window, int padding) {
        if (shape.size() != 3) {
            throw new IllegalArgumentException("a layer of kind " + kind + " needs samples [height, width, channels], not " + shape);
        }
        if (Math.min(shape.get(0), shape.get(1)) + 2 * padding < window) {
            throw new IllegalArgumentException("a window of " + window + " does not fit an image of " + shape.get(0) + " by "
                    + shape.get(1) + " padded by " + padding);
        }
    }

    /** Copies images row by row to the places that a frame has for their pixels; the rest of the frame stays as it is. */
    static void spread(Frame frame, int rows, float[] from, int fromOffset, float[] to) {
        int channels = frame.channels();
        int at = fromOffset;
        if (frame.size() == frame.height() * frame.width() * channels) {
            System.arraycopy(from, at, to, 0, rows * frame.size());
            return;
        }
        for (int r = 0; r < rows; r++) {
            for (int y = 0; y < frame.height(); y++) {
                int o = r * frame.size() + ((frame.before() + y * frame.step()) * frame.outerWidth() + frame.before()) * channels;
                if (frame.step() == 1) {
                    System.arraycopy(from, at, to, o, frame.width() * channels);
                    at += frame.width() * channels;
                } else {
                    for (int x = 0; x < frame.width(); x++, at += channels, o += frame.step() * channels) {
                        System.arraycopy(from, at, to, o, channels);
                    }
                }
            }
        }
    }

    /**
     * A frame around images: pixel (y, x) lies at (before + y·step, before + x·step).
     *
     * @param outerHeight height of the frame
     * @param outerWidth  width of the frame
     */
    record Frame(int height, int width, int channels, int before, int step, int outerHeight, int outerWidth) {

        int size() {
            return outerHeight * outerWidth * channels;
        }

        /** First values of the windows that begin every {@code stride} pixels, [rows, high, wide]. */
        int[] starts(int rows, int high, int wide, int stride) {
            int[] starts = new int[rows * high * wide];
            int i = 0;
            for (int r = 0; r < rows; r++) {
                for (int y = 0; y < high; y++) {
                    for (int x = 0; x < wide; x++) {
                        starts[i++] = r * size() + (y * stride * outerWidth + x * stride) * channels;
                    }
                }
            }
            return starts;
        }
    }
}
