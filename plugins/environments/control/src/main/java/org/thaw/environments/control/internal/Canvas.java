package org.thaw.environments.control.internal;

import org.thaw.api.environment.Picture;

/** A picture in the units of what it shows: x to the right, y upwards. What lies outside is not seen. */
final class Canvas {
    static final int GREY = 0x808080;
    static final int WHITE = 0xffffff;
    static final int ORANGE = 0xe69f00;
    static final int BLUE = 0x56b4e9;

    private final Picture picture;
    private final double left;
    private final double bottom;
    private final double cell;

    /** @param cell the length of a cell's side */
    Canvas(int rows, int columns, double left, double bottom, double cell) {
        picture = new Picture(rows, columns);
        this.left = left;
        this.bottom = bottom;
        this.cell = cell;
    }

    void dot(double x, double y, char symbol, int colour) {
        int column = (int) StrictMath.floor((x - left) / cell);
        int row = picture.rows() - 1 - (int) StrictMath.floor((y - bottom) / cell);
        if (row >= 0 && row < picture.rows() && column >= 0 && column < picture.columns()) {
            picture.paint(row, column, symbol, colour);
        }
    }

    void line(double fromX, double fromY, double toX, double toY, char symbol, int colour) {
        int pieces = 1 + (int) (2 * Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY)) / cell);
        for (int i = 0; i <= pieces; i++) {
            double part = (double) i / pieces;
            dot(fromX + part * (toX - fromX), fromY + part * (toY - fromY), symbol, colour);
        }
    }

    Picture picture() {
        return picture;
    }
}
