package org.thaw.environments.minatar.internal;

import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Plugin;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.World;

/**
 * A paddle in row 9 keeps a ball in play that breaks bricks, one point each; the game ends when the ball gets past it. The ball always moves
 * diagonally. Having broken a brick, it passes through further ones (<em>strike</em>) until it enters a cell that holds none.
 */
public final class Breakout extends Game {
    private static final int PADDLE = 0;
    private static final int BALL = 1;
    private static final int TRAIL = 2;
    private static final int BRICK = 3;

    private static final int FIRST_BRICK_ROW = 1;
    private static final int LAST_BRICK_ROW = 3;

    private final CellSet bricks = new CellSet();
    private int paddle;
    private int ballRow;
    private int ballColumn;
    /** Where the ball was a step ago. */
    private int trailRow;
    private int trailColumn;
    /** −1 or 1: up or down, left or right. */
    private int down = 1;
    private int right = 1;
    private boolean strike;

    /** Makes games of breakout. */
    @Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "breakout", summary = "MinAtar's Breakout: 10x10 cells, 4 channels; a point for each brick", source = MinAtar.SOURCE)
    public static final class Factory implements EnvironmentFactory<MinAtar.Config, World> {
        @Override
        public World create(MinAtar.Config configuration, Context context) {
            return new MinAtar((random, ramping) -> new Breakout(random), configuration, context);
        }
    }

    Breakout(Randomness random) {
        super(random);
    }

    @Override
    int channels() {
        return 4;
    }

    @Override
    int[] minimalActions() {
        return new int[] {NOTHING, LEFT, RIGHT};
    }

    @Override
    void begin() {
        boolean fromTheLeft = random.integer(2) == 0;
        ballRow = 3;
        ballColumn = fromTheLeft ? 0 : LAST;
        down = 1;
        right = fromTheLeft ? 1 : -1;
        paddle = 4;
        bricks.clear();
        buildWall();
        strike = false;
        trailRow = ballRow;
        trailColumn = ballColumn;
    }

    private void buildWall() {
        bricks.fill(FIRST_BRICK_ROW, LAST_BRICK_ROW, 0, LAST);
    }

    @Override
    int step(int action) {
        // 1. the paddle
        paddle = sideways(paddle, action);

        // 2. where the ball is headed; the side walls turn it
        trailRow = ballRow;
        trailColumn = ballColumn;
        int row = ballRow + down;
        int column = ballColumn + right;
        if (!isColumn(column)) {
            column = sideways(ballColumn, column < 0 ? LEFT : RIGHT);
            right = -right;
        }

        // 3. what is there
        int reward = 0;
        boolean brick = row >= 0 && bricks.has(row, column);
        if (row < 0) {
            row = 0;
            down = -down;
        } else if (brick) {
            if (!strike) {
                reward = 1;
                bricks.remove(row, column);
                strike = true;
                row = ballRow;
                down = -down;
            }
        } else if (row == LAST) {
            row = atTheBottom(column);
        }

        // 4. only bricks in a row are passed through
        if (!brick) {
            strike = false;
        }
        ballRow = row;
        ballColumn = column;
        return reward;
    }

    /** The ball is headed for the paddle's row. Returns the row that it gets into. */
    private int atTheBottom(int column) {
        if (bricks.isEmpty()) {
            buildWall();
        }
        if (ballColumn == paddle) {
            down = -down;
            return LAST - 1;
        }
        if (column == paddle) {
            down = -down;
            right = -right;
            return LAST - 1;
        }
        ended = true;
        return LAST;
    }

    @Override
    void draw(Screen screen) {
        screen.light(LAST, paddle, PADDLE);
        screen.light(ballRow, ballColumn, BALL);
        screen.light(trailRow, trailColumn, TRAIL);
        bricks.draw(screen, BRICK);
    }

    @Override
    List<Ink> inks() {
        return List.of(new Ink(BRICK, '#', Ink.ENEMY), new Ink(TRAIL, '.', Ink.TRAIL), new Ink(BALL, 'o', Ink.PRIZE), new Ink(PADDLE, '=', Ink.PLAYER));
    }

    @Override
    void visitOwn(Variables v) {
        bricks.visit("bricks", v);
        paddle = v.number("paddle", paddle, 0, LAST);
        ballRow = v.number("ball-row", ballRow, 0, LAST);
        ballColumn = v.number("ball-column", ballColumn, 0, LAST);
        trailRow = v.number("trail-row", trailRow, 0, LAST);
        trailColumn = v.number("trail-column", trailColumn, 0, LAST);
        down = v.direction("down", down);
        right = v.direction("right", right);
        strike = v.flag("strike", strike);
    }
}
