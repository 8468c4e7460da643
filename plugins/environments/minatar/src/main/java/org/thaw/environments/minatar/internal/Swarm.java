package org.thaw.environments.minatar.internal;

import java.util.Arrays;
import org.thaw.api.Tensor;

/** Things that swim left (−1) or right (1), in the order of their birth: number 0 is the oldest. Grows when full, which rarely happens. */
final class Swarm {
    static final int NONE = -1;

    private static final int ROW = 0;
    private static final int COLUMN = 1;
    private static final int DIRECTION = 2;
    private static final int MOVE_FUSE = 3;
    private static final int SHOT_FUSE = 4;
    private static final int NUMBERS = 5;

    private int[] things = new int[32 * NUMBERS];
    private int count;

    int count() {
        return count;
    }

    int row(int thing) {
        return things[thing * NUMBERS + ROW];
    }

    int column(int thing) {
        return things[thing * NUMBERS + COLUMN];
    }

    int direction(int thing) {
        return things[thing * NUMBERS + DIRECTION];
    }

    boolean isAt(int thing, int row, int column) {
        return row(thing) == row && column(thing) == column;
    }

    void clear() {
        count = 0;
    }

    /** Something is born; a fuse that it does not have is 0. */
    void add(int row, int column, int direction, int moveFuse, int shotFuse) {
        int at = count * NUMBERS;
        if (at == things.length) {
            things = Arrays.copyOf(things, 2 * things.length);
        }
        things[at + ROW] = row;
        things[at + COLUMN] = column;
        things[at + DIRECTION] = direction;
        things[at + MOVE_FUSE] = moveFuse;
        things[at + SHOT_FUSE] = shotFuse;
        count++;
    }

    void remove(int thing) {
        int next = (thing + 1) * NUMBERS;
        System.arraycopy(things, next, things, next - NUMBERS, count * NUMBERS - next);
        count--;
    }

    /** Moves it one cell on. Returns whether it is still on the grid. */
    boolean move(int thing) {
        things[thing * NUMBERS + COLUMN] += direction(thing);
        return Game.isColumn(column(thing));
    }

    /** Looks at the fuse of its moves. Returns whether it moves now. */
    boolean moveDue(int thing, int period) {
        return due(thing * NUMBERS + MOVE_FUSE, period);
    }

    /** Looks at the fuse of its shots. Returns whether it shoots now. */
    boolean shotDue(int thing, int period) {
        return due(thing * NUMBERS + SHOT_FUSE, period);
    }

    private boolean due(int fuse, int period) {
        if (things[fuse] == 0) {
            things[fuse] = period;
            return true;
        }
        things[fuse]--;
        return false;
    }

    /** The oldest one in a cell, or {@link #NONE}. */
    int oldestAt(int row, int column) {
        for (int thing = 0; thing < count; thing++) {
            if (isAt(thing, row, column)) {
                return thing;
            }
        }
        return NONE;
    }

    /** Whether any in this row goes the other way. */
    boolean anyAgainst(int row, int direction) {
        for (int thing = 0; thing < count; thing++) {
            if (row(thing) == row && direction(thing) != direction) {
                return true;
            }
        }
        return false;
    }

    void draw(Screen screen, int channel) {
        for (int thing = 0; thing < count; thing++) {
            screen.light(row(thing), column(thing), channel);
        }
    }

    /** Draws the cells behind them that are on the grid. */
    void drawTrails(Screen screen, int channel) {
        for (int thing = 0; thing < count; thing++) {
            screen.lightBehind(row(thing), column(thing), direction(thing), channel);
        }
    }

    /** One row a thing: row, column, direction, move fuse, shot fuse. */
    Tensor toTensor() {
        return Tensor.of(Arrays.copyOf(things, count * NUMBERS), count, NUMBERS);
    }

    /** Takes over what {@link #toTensor} gave. @throws IllegalArgumentException if it cannot have */
    void copyFrom(Tensor saved) {
        if (saved.type() != Tensor.Type.I32 || saved.rank() != 2 || saved.rowSize() != NUMBERS) {
            throw new IllegalArgumentException(saved + ", expected I32[n, " + NUMBERS + "]");
        }
        clear();
        int[] numbers = saved.ints();
        for (int at = 0; at < numbers.length; at += NUMBERS) {
            boolean placed = numbers[at + ROW] >= 0 && numbers[at + ROW] <= Game.LAST && Game.isColumn(numbers[at + COLUMN]);
            if (!placed || Math.abs(numbers[at + DIRECTION]) != 1 || numbers[at + MOVE_FUSE] < 0 || numbers[at + SHOT_FUSE] < 0) {
                throw new IllegalArgumentException(Arrays.toString(Arrays.copyOfRange(numbers, at, at + NUMBERS))
                        + ", expected a row and a column from 0 to " + Game.LAST + ", a direction of -1 or 1 and two fuses from 0");
            }
            add(numbers[at + ROW], numbers[at + COLUMN], numbers[at + DIRECTION], numbers[at + MOVE_FUSE], numbers[at + SHOT_FUSE]);
        }
    }
}
