package org.thaw.environments.minatar.internal;

import java.util.Arrays;
import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Plugin;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.World;

/**
 * Gold and enemies cross the rows 1 to 8, at most one of them in each: gold is worth a point, an enemy ends the game. With ramping they come
 * more often and move faster as time goes by.
 */
public final class Asterix extends Game {
    private static final int PLAYER = 0;
    private static final int ENEMY = 1;
    private static final int TRAIL = 2;
    private static final int GOLD = 3;

    private static final int SLOTS = 8;
    private static final int FIRST_ROW = 1;
    private static final int LAST_ROW = SLOTS;
    /** What a free slot holds; else {@link #ENEMY} or {@link #GOLD}. */
    private static final int FREE = 0;
    private static final int SPAWN_INTERVAL = 10;
    private static final int MOVE_INTERVAL = 5;
    private static final int RAMP_INTERVAL = 100;

    private final boolean ramping;
    /** What crosses row {@code slot + 1}, where it is and which way it goes, −1 or 1; without meaning for free slots. */
    private final int[] things = new int[SLOTS];
    private final int[] columns = new int[SLOTS];
    private final int[] directions = new int[SLOTS];
    private int row = FIRST_ROW;
    private int column;
    private int spawnInterval;
    private int moveInterval;
    private int spawnClock;
    private int moveClock;
    private int rampCounter;
    private int level;

    /** Makes games of asterix. */
    @Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "asterix", summary = "MinAtar's Asterix: 10x10 cells, 4 channels; gold to collect, enemies to avoid", source = MinAtar.SOURCE)
    public static final class Factory implements EnvironmentFactory<MinAtar.Config, World> {
        @Override
        public World create(MinAtar.Config configuration, Context context) {
            return new MinAtar(Asterix::new, configuration, context);
        }
    }

    Asterix(Randomness random, boolean ramping) {
        super(random);
        this.ramping = ramping;
    }

    @Override
    int channels() {
        return 4;
    }

    @Override
    int[] minimalActions() {
        return new int[] {NOTHING, LEFT, UP, RIGHT, DOWN};
    }

    @Override
    void begin() {
        row = 5;
        column = 5;
        Arrays.fill(things, FREE);
        spawnInterval = SPAWN_INTERVAL;
        moveInterval = MOVE_INTERVAL;
        spawnClock = SPAWN_INTERVAL;
        moveClock = MOVE_INTERVAL;
        rampCounter = RAMP_INTERVAL;
        level = 0;
    }

    @Override
    int step(int action) {
        // 1. something may enter
        if (spawnClock == 0) {
            spawnClock = spawnInterval;
            spawn();
        }

        // 2. the player
        column = sideways(column, action);
        row = upOrDown(row, action, FIRST_ROW, LAST_ROW);

        // 3. contact
        int reward = contact();

        // 4. everything else moves
        if (moveClock == 0) {
            moveClock = moveInterval;
            moveThings();
            reward += contact();
        }

        // 5. clocks
        spawnClock = dropped(spawnClock);
        moveClock = dropped(moveClock);

        // 6. ramping; the clocks notice only when they are next set
        if (ramping && (spawnInterval > 1 || moveInterval > 1)) {
            ramp();
        }
        return reward;
    }

    private void spawn() {
        int direction = random.uniform() < 1.0 / 2 ? 1 : -1;
        int thing = random.uniform() < 1.0 / 3 ? GOLD : ENEMY;
        int free = 0;
        for (int held : things) {
            free += held == FREE ? 1 : 0;
        }
        if (free == 0) {
            return;
        }
        int slot = freeSlot(random.integer(free));
        things[slot] = thing;
        columns[slot] = direction > 0 ? 0 : LAST;
        directions[slot] = direction;
    }

    /** The free slot with so many free ones above it. */
    private int freeSlot(int above) {
        int slot = 0;
        int ahead = above;
        while (things[slot] != FREE || ahead > 0) {
            ahead -= things[slot] == FREE ? 1 : 0;
            slot++;
        }
        return slot;
    }

    private void moveThings() {
        for (int slot = 0; slot < SLOTS; slot++) {
            if (things[slot] != FREE) {
                columns[slot] += directions[slot];
                if (!isColumn(columns[slot])) {
                    things[slot] = FREE;
                    columns[slot] = 0;
                }
            }
        }
    }

    /** What the player's cell holds: gold goes and is worth a point; an enemy ends the game and stays. */
    private int contact() {
        int slot = row - FIRST_ROW;
        if (things[slot] == FREE || columns[slot] != column) {
            return 0;
        }
        if (things[slot] == ENEMY) {
            ended = true;
            return 0;
        }
        things[slot] = FREE;
        return 1;
    }

    private void ramp() {
        if (rampCounter >= 0) {
            rampCounter--;
            return;
        }
        if (moveInterval > 1 && level % 2 == 1) {
            moveInterval--;
        }
        if (spawnInterval > 1) {
            spawnInterval--;
        }
        level++;
        rampCounter = RAMP_INTERVAL;
    }

    @Override
    void draw(Screen screen) {
        screen.light(row, column, PLAYER);
        for (int slot = 0; slot < SLOTS; slot++) {
            if (things[slot] != FREE) {
                screen.light(slot + FIRST_ROW, columns[slot], things[slot]);
                screen.lightBehind(slot + FIRST_ROW, columns[slot], directions[slot], TRAIL);
            }
        }
    }

    @Override
    List<Ink> inks() {
        return List.of(new Ink(TRAIL, '.', Ink.TRAIL), new Ink(GOLD, '$', Ink.PRIZE), new Ink(ENEMY, 'x', Ink.ENEMY), new Ink(PLAYER, '@', Ink.PLAYER));
    }

    @Override
    void visitOwn(Variables v) {
        v.numbers("things", things, FREE, GOLD);
        v.numbers("columns", columns, 0, LAST);
        v.numbers("directions", directions, -1, 1);
        row = v.number("row", row, FIRST_ROW, LAST_ROW);
        column = v.number("column", column, 0, LAST);
        spawnInterval = v.number("spawn-interval", spawnInterval, 0, SPAWN_INTERVAL);
        moveInterval = v.number("move-interval", moveInterval, 0, MOVE_INTERVAL);
        spawnClock = v.number("spawn-clock", spawnClock, 0, SPAWN_INTERVAL);
        moveClock = v.number("move-clock", moveClock, 0, MOVE_INTERVAL);
        rampCounter = v.number("ramp-counter", rampCounter, -1, RAMP_INTERVAL);
        level = v.number("level", level, 0, Integer.MAX_VALUE);
    }
}
