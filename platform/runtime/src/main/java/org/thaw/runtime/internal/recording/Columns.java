package org.thaw.runtime.internal.recording;

import java.util.Arrays;

/** The columns of one block, as they lie in an array. Any row of any column can be looked up; none is unpacked before. */
final class Columns {
    /** One row for all steps. */
    static final byte CONSTANT = 0;
    /** A table of rows and a byte for each step. */
    static final byte ROWS = 1;
    /** A table of rows and two bytes for each step. */
    static final byte MANY_ROWS = 2;
    /** A table of elements and a byte for each element of each step. */
    static final byte ELEMENTS = 3;
    /** The rows themselves. */
    static final byte PLAIN = 4;
    /** Before each column: how it is kept, and how many entries its table has. */
    static final int HEAD_BYTES = 3;

    private final Layout layout;
    private final byte[] mode = new byte[Layout.COLUMNS];
    private final int[] table = new int[Layout.COLUMNS];
    private final int[] rows = new int[Layout.COLUMNS];
    private byte[] data = {};

    Columns(Layout layout) {
        this.layout = layout;
    }

    /** Those of a block that is being filled: plain, each with room for as many rows as a block can have. */
    static Columns open(Layout layout, byte[] data) {
        Columns columns = new Columns(layout);
        columns.data = data;
        Arrays.fill(columns.mode, PLAIN);
        for (int column = 1; column < Layout.COLUMNS; column++) {
            columns.rows[column] = columns.rows[column - 1] + layout.capacity() * layout.width(column - 1);
        }
        return columns;
    }

    /** Becomes those of a packed block. Returns where they end. */
    int attach(byte[] packed, int from, int steps) {
        data = packed;
        int at = from;
        for (int column = 0; column < Layout.COLUMNS; column++) {
            int width = layout.width(column);
            if (width > 0) {
                mode[column] = packed[at];
                int entries = LittleEndian.getShort(packed, at + 1);
                table[column] = at + HEAD_BYTES;
                rows[column] = table[column] + entries * (mode[column] == ELEMENTS ? layout.element(column) : width);
                at = rows[column] + bytes(mode[column], width, layout.element(column), steps);
            }
        }
        return at;
    }

    /** How many bytes the rows of a column take beside its table. */
    static int bytes(byte mode, int width, int element, int steps) {
        return switch (mode) {
            case CONSTANT -> 0;
            case ROWS -> steps;
            case MANY_ROWS -> 2 * steps;
            case ELEMENTS -> steps * (width / element);
            case PLAIN -> steps * width;
            default -> throw new IllegalStateException("a column is kept in way " + mode + ": expected 0 to " + PLAIN);
        };
    }

    /** Where a row lies in the array; not for columns of elements. */
    int row(int column, int step) {
        int width = layout.width(column);
        return switch (mode[column]) {
            case CONSTANT -> table[column];
            case ROWS -> table[column] + (data[rows[column] + step] & 0xff) * width;
            case MANY_ROWS -> table[column] + LittleEndian.getShort(data, rows[column] + 2 * step) * width;
            default -> rows[column] + step * width;
        };
    }

    byte getByte(int column, int step) {
        return data[row(column, step)];
    }

    int getInt(int column, int step) {
        return LittleEndian.getInt(data, row(column, step));
    }

    long getLong(int column, int step) {
        return LittleEndian.getLong(data, row(column, step));
    }

    void getBytes(int column, int step, byte[] into) {
        System.arraycopy(data, row(column, step), into, 0, into.length);
    }

    void getFloats(int column, int step, float[] into) {
        if (mode[column] == ELEMENTS) {
            int at = rows[column] + step * into.length;
            for (int i = 0; i < into.length; i++) {
                into[i] = LittleEndian.getFloat(data, table[column] + (data[at + i] & 0xff) * Float.BYTES);
            }
        } else if (into.length > 0) {
            int at = row(column, step);
            for (int i = 0; i < into.length; i++) {
                into[i] = LittleEndian.getFloat(data, at + i * Float.BYTES);
            }
        }
    }

    /** One bit for each. */
    void getBits(int column, int step, boolean[] into) {
        int at = row(column, step);
        for (int i = 0; i < into.length; i++) {
            into[i] = (data[at + (i >> 3)] >> (i & 7) & 1) != 0;
        }
    }
}
