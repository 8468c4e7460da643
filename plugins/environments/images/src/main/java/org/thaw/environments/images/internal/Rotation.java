package org.thaw.environments.images.internal;

import org.thaw.api.Space;

/**
 * A rotation of an image about its centre with bilinear interpolation: where a pixel of the result comes from is found by turning back, and its value
 * is the mean of the four pixels around that place, weighted by nearness. Beyond the border all is 0. What rounding puts outside of the images' range is put back into it. Worked out once for a size and an angle.
 */
final class Rotation {
    private static final int CORNERS = 4;
    /** How far from a whole number a place still counts as on it: turns by right angles then move pixels exactly. */
    private static final double SLACK = 1e-9;

    /** The four pixels that each pixel of the result is made of, and their weights; weight 0 beyond the border. */
    private final int[] sources;
    private final float[] weights;
    private final int size;

    private Rotation(int size) {
        this.size = size;
        sources = new int[CORNERS * size];
        weights = new float[CORNERS * size];
    }

    /** A turn of images of that size, counter-clockwise as one looks at them (the first row on top). */
    static Rotation by(double degrees, int height, int width) {
        Rotation rotation = new Rotation(height * width);
        double angle = StrictMath.toRadians(degrees);
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                double x = column - (width - 1) / 2.0;
                double y = (height - 1) / 2.0 - row;
                double fromColumn = (width - 1) / 2.0 + x * cos + y * sin;
                double fromRow = (height - 1) / 2.0 - (y * cos - x * sin);
                rotation.gather(row * width + column, snapped(fromRow), snapped(fromColumn), height, width);
            }
        }
        return rotation;
    }

    private static double snapped(double place) {
        double whole = StrictMath.rint(place);
        return Math.abs(place - whole) < SLACK ? whole : place;
    }

    private void gather(int pixel, double row, double column, int height, int width) {
        int top = (int) StrictMath.floor(row);
        int left = (int) StrictMath.floor(column);
        for (int corner = 0; corner < CORNERS; corner++) {
            int r = top + corner / 2;
            int c = left + corner % 2;
            if (r >= 0 && r < height && c >= 0 && c < width) {
                sources[CORNERS * pixel + corner] = r * width + c;
                weights[CORNERS * pixel + corner] = (float) ((1 - Math.abs(row - r)) * (1 - Math.abs(column - c)));
            }
        }
    }

    /** How many pixels an image has. */
    int size() {
        return size;
    }

    /** Writes the turned image into {@code out} from {@code at} on. */
    void turn(float[] image, float[] out, int at, Space.Real range) {
        float low = (float) range.low();
        float high = (float) range.high();
        for (int pixel = 0; pixel < size; pixel++) {
            float sum = 0;
            for (int i = CORNERS * pixel; i < CORNERS * (pixel + 1); i++) {
                sum += weights[i] * image[sources[i]];
            }
            out[at + pixel] = Math.min(high, Math.max(low, sum));
        }
    }
}
