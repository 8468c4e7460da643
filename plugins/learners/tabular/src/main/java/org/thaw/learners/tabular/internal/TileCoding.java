package org.thaw.learners.tabular.internal;

import java.util.List;
import org.thaw.api.Space;
import org.thaw.api.environment.Step;

/**
 * Tile coding (Sutton and Barto 2018, section 9.5.4): several grids over the observations, each shifted against the others, by 1, 3, 5, … parts of a
 * tile in the first, second, third … dimension. Of each grid the one tile that the observation falls into is a feature of value 1. Where all tiles
 * together would be more than the memory, they share its places by hashing.
 */
final class TileCoding implements Features {
    private final double[] low;
    private final double[] scale;
    private final int tilings;
    private final int tiles;
    private final int count;
    private final boolean hashed;

    /**
     * @param low    least value of each number of the observation; empty: the space's
     * @param high   greatest value of each
     * @param memory how many features there may be at most
     * @throws IllegalArgumentException if there are no finite bounds, or not one for each number
     */
    TileCoding(Space.Real space, List<Double> low, List<Double> high, int tilings, int tiles, int memory) {
        int size = space.size();
        this.low = bounds(space, low, space.low());
        this.scale = bounds(space, high, space.high());
        this.tilings = tilings;
        this.tiles = tiles;
        for (int i = 0; i < size; i++) {
            if (!(this.low[i] < scale[i])) {
                throw new IllegalArgumentException("low " + this.low[i] + ", high " + scale[i] + " of number " + i + ": expected low below high");
            }
            scale[i] = tiles / (scale[i] - this.low[i]);
        }
        double all = tilings * StrictMath.pow(tiles + 1, size);
        hashed = all > memory;
        count = hashed ? memory : (int) all;
    }

    private static double[] bounds(Space.Real space, List<Double> given, double otherwise) {
        int size = space.size();
        double[] bounds = new double[size];
        if (!given.isEmpty() && given.size() != size || given.isEmpty() && Double.isInfinite(otherwise)) {
            throw new IllegalArgumentException("tile coding of " + space + " needs low and high, " + size + " numbers each, not " + given);
        }
        for (int i = 0; i < size; i++) {
            bounds[i] = given.isEmpty() ? otherwise : given.get(i);
        }
        return bounds;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int most() {
        return tilings;
    }

    @Override
    public void of(Step step, Active into) {
        into.count = 0;
        for (int tiling = 0; tiling < tilings; tiling++) {
            long cell = tiling;
            for (int i = 0; i < low.length; i++) {
                double inTiles = Math.max(0, Math.min(tiles, (Raw.number(step.observation(), i) - low[i]) * scale[i]));
                double shift = (double) ((2L * i + 1) * tiling % tilings) / tilings;
                cell = next(cell, (int) (inTiles + shift));
            }
            into.add(hashed ? (int) Long.remainderUnsigned(cell, count) : (int) cell, 1);
        }
    }

    private long next(long cell, int tile) {
        long place = cell * (tiles + 1) + tile;
        if (!hashed) {
            return place;
        }
        // the finisher of SplitMix64 (Steele, Lea and Flood 2014)
        long z = (place + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
