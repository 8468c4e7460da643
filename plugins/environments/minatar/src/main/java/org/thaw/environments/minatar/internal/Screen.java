package org.thaw.environments.minatar.internal;

import java.util.Arrays;

/** An observation being drawn: {@code [row][column][channel]}, 1 where a cell is lit, else 0. */
final class Screen {
    private final int channels;
    private float[] cells = {};

    Screen(int channels) {
        this.channels = channels;
    }

    /** Begins a dark one in this array. */
    void clear(float[] target) {
        cells = target;
        Arrays.fill(target, 0);
    }

    boolean isLit(int row, int column, int channel) {
        return cells[(row * Game.SIZE + column) * channels + channel] == 1;
    }

    void light(int row, int column, int channel) {
        light(row * Game.SIZE + column, channel);
    }

    /** Lights a cell by its number in reading order. */
    void light(int cell, int channel) {
        cells[cell * channels + channel] = 1;
    }

    /** Lights the cell behind something that goes left (−1) or right (1), if it is on the grid. */
    void lightBehind(int row, int column, int direction, int channel) {
        int behind = column - direction;
        if (Game.isColumn(behind)) {
            light(row, behind, channel);
        }
    }
}
