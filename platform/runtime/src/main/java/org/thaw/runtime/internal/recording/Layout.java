package org.thaw.runtime.internal.recording;

import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.Tensor;

/** How the steps of a block are laid out: in columns, one for each thing that is kept of a step. Columns that a signature has no use for have no width. */
final class Layout {
    /** A byte: the kind of the step in the lowest two bits, then the marks below. */
    static final int FLAGS = 0;
    static final int OBSERVATION = 1;
    /** The number of the chosen action, four bytes. */
    static final int ACTION = 2;
    /** The values of a chosen real action. */
    static final int VALUES = 3;
    static final int REWARD = 4;
    /** What a discount differs by, bit for bit, from the usual one of a step of its kind. */
    static final int DISCOUNT = 5;
    static final int PLAYER = 6;
    /** A bit for each legal action, zeros where all are. */
    static final int LEGAL = 7;
    static final int DISTRIBUTION = 8;
    static final int LOG_PROBABILITY = 9;
    static final int VALUE = 10;
    /** The action that led here, where it is not what the step before says. */
    static final int PREVIOUS = 11;
    static final int PREVIOUS_VALUES = 12;
    /** How many columns there are. */
    static final int COLUMNS = 13;

    /** Mark: some actions are not legal. */
    static final int RESTRICTED = 4;
    /** Mark: a distribution was recorded. */
    static final int DISTRIBUTED = 8;
    /** Mark: the previous action has a column of its own. */
    static final int LED = 16;

    /** Of a block. It is what a reader has to unpack to get at a step, and what a life that is going on keeps in memory. */
    static final int MOST_STEPS = 1024;
    private static final int FEWEST_STEPS = 16;
    private static final int BLOCK_BYTES = 1 << 18;

    private final int[] element = new int[COLUMNS];
    private final int[] width = new int[COLUMNS];
    private final int capacity;
    private final int rowBytes;

    Layout(Signature signature) {
        int choices = signature.output() instanceof Space.Categorical c ? c.count() : 0;
        int values = signature.output() instanceof Space.Real real ? real.size() : 0;
        column(FLAGS, 1, 1);
        column(OBSERVATION, signature.input().type().bytes(), signature.input().size());
        column(ACTION, Integer.BYTES, 1);
        column(VALUES, Float.BYTES, values);
        column(REWARD, Double.BYTES, 1);
        column(DISCOUNT, Double.BYTES, 1);
        column(PLAYER, Integer.BYTES, 1);
        column(LEGAL, 1, (choices + 7) / 8);
        column(DISTRIBUTION, Float.BYTES, choices);
        column(LOG_PROBABILITY, Double.BYTES, 1);
        column(VALUE, Double.BYTES, 1);
        column(PREVIOUS, Integer.BYTES, 1);
        column(PREVIOUS_VALUES, Float.BYTES, values);
        int bytes = 0;
        for (int column = 0; column < COLUMNS; column++) {
            bytes = Math.addExact(bytes, width[column]);
        }
        rowBytes = bytes;
        capacity = Math.max(FEWEST_STEPS, Math.min(MOST_STEPS, BLOCK_BYTES / bytes));
    }

    private void column(int column, int element, int count) {
        this.element[column] = element;
        this.width[column] = Math.multiplyExact(element, count);
    }

    /** Bytes of one element of a column. */
    int element(int column) {
        return element[column];
    }

    /** Bytes of one row of a column. */
    int width(int column) {
        return width[column];
    }

    /** The most steps that a block has. */
    int capacity() {
        return capacity;
    }

    /** Bytes of one step. */
    int rowBytes() {
        return rowBytes;
    }

    /** Whether the elements of a column are floats, several in a row. */
    boolean isVector(int column) {
        return element[column] == Tensor.Type.F32.bytes() && width[column] > element[column];
    }
}
