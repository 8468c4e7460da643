package org.thaw.environments.minatar.internal;

import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Plugin;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.World;

/**
 * A chicken in column 4 crosses a road of eight lanes upwards, a point each time; a car that hits it sends it back. The game ends with the
 * 2501st step.
 */
public final class Freeway extends Game {
    private static final int CHICKEN = 0;
    private static final int CAR = 1;
    /** The channel of speed n is this + n. */
    private static final int SPEED = 1;

    private static final int CARS = 8;
    private static final int SLOWEST = 5;
    private static final int CHICKEN_COLUMN = 4;
    private static final int MOVE_INTERVAL = 3;
    private static final int TIME = 2500;

    /** Car i drives in row i + 1: its column, how many steps it waits between moves, its way (−1 or 1) and its fuse. */
    private final int[] columns = new int[CARS];
    private final int[] speeds = new int[CARS];
    private final int[] directions = new int[CARS];
    private final int[] fuses = new int[CARS];
    private int chicken;
    private int moveClock;
    private int time;

    /** Makes games of freeway. */
    @Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "freeway", summary = "MinAtar's Freeway: 10x10 cells, 7 channels; a road to cross, as often as 2501 steps allow", source = MinAtar.SOURCE)
    public static final class Factory implements EnvironmentFactory<MinAtar.Config, World> {
        @Override
        public World create(MinAtar.Config configuration, Context context) {
            return new MinAtar((random, ramping) -> new Freeway(random), configuration, context);
        }
    }

    Freeway(Randomness random) {
        super(random);
    }

    @Override
    int channels() {
        return 7;
    }

    @Override
    int[] minimalActions() {
        return new int[] {NOTHING, UP, DOWN};
    }

    @Override
    void begin() {
        drawTraffic();
        for (int car = 0; car < CARS; car++) {
            columns[car] = 0;
        }
        chicken = LAST;
        moveClock = MOVE_INTERVAL;
        time = TIME;
    }

    /** New speeds, then new directions; the cars stay where they are. */
    private void drawTraffic() {
        for (int car = 0; car < CARS; car++) {
            speeds[car] = random.integer(1, SLOWEST + 1);
            fuses[car] = speeds[car];
        }
        for (int car = 0; car < CARS; car++) {
            directions[car] = random.uniform() < 1.0 / 2 ? -1 : 1;
        }
    }

    @Override
    int step(int action) {
        // 1. the chicken; a move that the edge stops takes its time all the same
        if ((action == UP || action == DOWN) && moveClock == 0) {
            moveClock = MOVE_INTERVAL;
            chicken = upOrDown(chicken, action, 0, LAST);
        }

        // 2. arrived
        int reward = 0;
        if (chicken == 0) {
            reward = 1;
            drawTraffic();
            chicken = LAST;
        }

        // 3. the cars
        for (int car = 0; car < CARS; car++) {
            hit(car);
            if (fuses[car] == 0) {
                fuses[car] = speeds[car];
                columns[car] = wrapped(columns[car] + directions[car]);
                hit(car);
            } else {
                fuses[car]--;
            }
        }

        // 4. clock and time
        moveClock = dropped(moveClock);
        time--;
        if (time < 0) {
            ended = true;
        }
        return reward;
    }

    private void hit(int car) {
        if (columns[car] == CHICKEN_COLUMN && chicken == car + 1) {
            chicken = LAST;
        }
    }

    private static int wrapped(int column) {
        return column < 0 ? LAST : column > LAST ? 0 : column;
    }

    @Override
    void draw(Screen screen) {
        screen.light(chicken, CHICKEN_COLUMN, CHICKEN);
        for (int car = 0; car < CARS; car++) {
            screen.light(car + 1, columns[car], CAR);
            screen.light(car + 1, wrapped(columns[car] - directions[car]), SPEED + speeds[car]);
        }
    }

    @Override
    List<Ink> inks() {
        return List.of(new Ink(SPEED + 1, '1', 0xa03030), new Ink(SPEED + 2, '2', 0x883838), new Ink(SPEED + 3, '3', 0x704040),
                new Ink(SPEED + 4, '4', 0x584848), new Ink(SPEED + 5, '5', 0x484850), new Ink(CAR, 'x', Ink.ENEMY), new Ink(CHICKEN, '@', Ink.PLAYER));
    }

    @Override
    void visitOwn(Variables v) {
        v.numbers("columns", columns, 0, LAST);
        v.numbers("speeds", speeds, 0, SLOWEST);
        v.numbers("directions", directions, -1, 1);
        v.numbers("fuses", fuses, 0, SLOWEST);
        chicken = v.number("chicken", chicken, 0, LAST);
        moveClock = v.number("move-clock", moveClock, 0, MOVE_INTERVAL);
        time = v.number("time", time, -1, TIME);
    }
}
