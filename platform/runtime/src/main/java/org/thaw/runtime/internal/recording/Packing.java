package org.thaw.runtime.internal.recording;

import java.util.Arrays;

/** Packs the columns of a block: each in whichever way of {@link Columns} takes the fewest bytes. */
final class Packing {
    private static final int MOST_IN_BYTE = 256;

    private final Layout layout;
    private final RowTable rows;
    private final RowTable elements;

    Packing(Layout layout) {
        this.layout = layout;
        rows = new RowTable(layout.capacity(), layout.capacity());
        elements = new RowTable(MOST_IN_BYTE, longestVector(layout) * layout.capacity());
    }

    private static int longestVector(Layout layout) {
        int longest = 0;
        for (int column = 0; column < Layout.COLUMNS; column++) {
            if (layout.isVector(column)) {
                longest = Math.max(longest, layout.width(column) / layout.element(column));
            }
        }
        return longest;
    }

    /** The most bytes that a block can have once it is packed. */
    int mostBytes() {
        return layout.capacity() * layout.rowBytes() + Layout.COLUMNS * Columns.HEAD_BYTES;
    }

    /** Packs so many steps. Returns how many bytes were written, from 0. */
    int pack(Columns columns, byte[] data, int steps, byte[] out) {
        int at = 0;
        for (int column = 0; column < Layout.COLUMNS; column++) {
            if (layout.width(column) > 0) {
                at = pack(column, data, columns.row(column, 0), steps, out, at);
            }
        }
        return at;
    }

    private int pack(int column, byte[] data, int from, int steps, byte[] out, int at) {
        int width = layout.width(column);
        int end = from + steps * width;
        if (Arrays.equals(data, from, end - width, data, from + width, end)) { // each row is like the next
            head(Columns.CONSTANT, 1, out, at);
            System.arraycopy(data, from, out, at + Columns.HEAD_BYTES, width);
            return at + Columns.HEAD_BYTES + width;
        }
        byte mode = Columns.PLAIN;
        int least = steps * width;
        if (width > 1 && rows.gather(data, from, width, steps, steps)) {
            byte wanted = rows.entries() <= MOST_IN_BYTE ? Columns.ROWS : Columns.MANY_ROWS;
            int bytes = rows.entries() * width + Columns.bytes(wanted, width, width, steps);
            if (bytes < least) {
                mode = wanted;
                least = bytes;
            }
        }
        int element = layout.element(column);
        int count = steps * (width / element);
        if (layout.isVector(column) && count < least && elements.gather(data, from, element, count, MOST_IN_BYTE)
                && elements.entries() * element + count < least) {
            mode = Columns.ELEMENTS;
        }
        return switch (mode) {
            case Columns.ROWS, Columns.MANY_ROWS -> table(mode, rows, data, width, out, at);
            case Columns.ELEMENTS -> table(mode, elements, data, element, out, at);
            default -> {
                head(mode, 0, out, at);
                System.arraycopy(data, from, out, at + Columns.HEAD_BYTES, end - from);
                yield at + Columns.HEAD_BYTES + end - from;
            }
        };
    }

    private static void head(byte mode, int entries, byte[] out, int at) {
        out[at] = mode;
        LittleEndian.putShort(out, at + 1, entries);
    }

    private static int table(byte mode, RowTable table, byte[] data, int width, byte[] out, int at) {
        head(mode, table.entries(), out, at);
        int next = at + Columns.HEAD_BYTES;
        for (int entry = 0; entry < table.entries(); entry++) {
            System.arraycopy(data, table.place(entry), out, next, width);
            next += width;
        }
        for (int i = 0; i < table.count(); i++) {
            if (mode == Columns.MANY_ROWS) {
                LittleEndian.putShort(out, next, table.entry(i));
                next += 2;
            } else {
                out[next++] = (byte) table.entry(i);
            }
        }
        return next;
    }
}
