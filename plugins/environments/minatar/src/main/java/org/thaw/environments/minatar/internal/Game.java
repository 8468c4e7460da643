package org.thaw.environments.minatar.internal;

import java.util.List;

/**
 * The rules of one game. Cells are (row, column) from the upper left. Two kinds of countdown occur. An <em>n-clock</em>, tested where the rules
 * say so: at 0 the event happens and it is set to n; at the end of every step it drops by 1, not below 0. An <em>n-fuse</em>, looked at once a
 * step: at 0 the event happens and it is set to n, otherwise it drops by 1.
 */
abstract class Game {
    /** Rows and columns of the grid. */
    static final int SIZE = 10;
    static final int LAST = SIZE - 1;

    static final int NOTHING = 0;
    static final int LEFT = 1;
    static final int UP = 2;
    static final int RIGHT = 3;
    static final int DOWN = 4;
    static final int FIRE = 5;
    /** How many actions there are; one that a game does not name does nothing. */
    static final int ACTIONS = 6;

    final Randomness random;
    /** Set by the step that ends the game, whose other rules still apply; also before the first reset. */
    boolean ended = true;

    Game(Randomness random) {
        this.random = random;
    }

    /** How many channels an observation has. */
    abstract int channels();

    /** The actions that do something in this game, ascending. */
    abstract int[] minimalActions();

    /** Begins a game. */
    final void reset() {
        ended = false;
        begin();
    }

    abstract void begin();

    /** One step of a game that has not ended. Returns the reward. */
    abstract int step(int action);

    /** Draws what is seen now on a dark screen. */
    abstract void draw(Screen screen);

    /** How people see each channel, from the lowermost to the uppermost: what comes later covers what came before. */
    abstract List<Ink> inks();

    /** Lists all that the future depends on, but for the randomness. */
    final void visit(Variables variables) {
        ended = variables.flag("ended", ended);
        visitOwn(variables);
    }

    abstract void visitOwn(Variables variables);

    /** Where left and right lead from a column, held back at the edges. */
    static int sideways(int column, int action) {
        return switch (action) {
            case LEFT -> Math.max(column - 1, 0);
            case RIGHT -> Math.min(column + 1, LAST);
            default -> column;
        };
    }

    /** Where up and down lead from a row, held back at the outermost ones allowed. */
    static int upOrDown(int row, int action, int highest, int lowest) {
        return switch (action) {
            case UP -> Math.max(row - 1, highest);
            case DOWN -> Math.min(row + 1, lowest);
            default -> row;
        };
    }

    static boolean isColumn(int column) {
        return column >= 0 && column <= LAST;
    }

    /** A clock at the end of a step. */
    static int dropped(int clock) {
        return Math.max(clock - 1, 0);
    }
}
