package org.thaw.environments.minatar.internal;

import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Plugin;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.World;

/**
 * A submarine shoots fish and enemy submarines, a point each, picks up divers and must surface for oxygen with at least one of them aboard;
 * with six, the oxygen left is worth points. Touching an enemy or a bullet with its front, or running out of oxygen, ends the game. With
 * ramping, enemies come more often and move faster after each surfacing.
 */
public final class Seaquest extends Game {
    private static final int SUB_FRONT = 0;
    private static final int SUB_BACK = 1;
    private static final int FRIENDLY_BULLET = 2;
    private static final int TRAIL = 3;
    private static final int ENEMY_BULLET = 4;
    private static final int ENEMY_FISH = 5;
    private static final int ENEMY_SUB = 6;
    private static final int OXYGEN_GAUGE = 7;
    private static final int DIVER_GAUGE = 8;
    private static final int DIVER = 9;

    private static final int SURFACE = 0;
    private static final int DEEPEST = 8;
    private static final int FULL_OXYGEN = 200;
    private static final int OXYGEN_PER_CELL = 20;
    private static final int SEATS = 6;
    private static final int SHOT_INTERVAL = 5;
    private static final int ENEMY_SHOT_INTERVAL = 10;
    private static final int ENEMY_INTERVAL = 20;
    private static final int ENEMY_MOVE_INTERVAL = 5;
    private static final int FASTEST_MOVE_INTERVAL = 2;
    private static final int DIVER_INTERVAL = 30;
    private static final int DIVER_MOVE_INTERVAL = 5;
    /** For things without fuses. */
    private static final int NO_FUSE = 0;

    private final boolean ramping;
    private final Swarm friendlyBullets = new Swarm();
    private final Swarm enemyBullets = new Swarm();
    private final Swarm fish = new Swarm();
    private final Swarm subs = new Swarm();
    private final Swarm divers = new Swarm();
    private int row;
    private int column;
    /** Where the submarine faces: −1 left, 1 right. */
    private int facing = -1;
    private boolean surfaced;
    private int oxygen;
    /** Divers aboard; negative after a surfacing with six and further ones with none, which the rules have so. */
    private int aboard;
    private int shotClock;
    private int enemyInterval;
    private int enemyClock;
    private int diverClock;
    private int moveInterval;
    private int level;
    /** Of the step that is being taken. */
    private int reward;

    /** Makes games of seaquest. */
    @Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "seaquest", summary = "MinAtar's Seaquest: 10x10 cells, 10 channels; enemies to shoot, divers to rescue, oxygen to fetch", source = MinAtar.SOURCE)
    public static final class Factory implements EnvironmentFactory<MinAtar.Config, World> {
        @Override
        public World create(MinAtar.Config configuration, Context context) {
            return new MinAtar(Seaquest::new, configuration, context);
        }
    }

    Seaquest(Randomness random, boolean ramping) {
        super(random);
        this.ramping = ramping;
    }

    @Override
    int channels() {
        return 10;
    }

    @Override
    int[] minimalActions() {
        return new int[] {NOTHING, LEFT, UP, RIGHT, DOWN, FIRE};
    }

    @Override
    void begin() {
        row = SURFACE;
        column = 5;
        facing = -1;
        surfaced = true;
        oxygen = FULL_OXYGEN;
        aboard = 0;
        shotClock = 0;
        enemyInterval = ENEMY_INTERVAL;
        enemyClock = ENEMY_INTERVAL;
        diverClock = DIVER_INTERVAL;
        moveInterval = ENEMY_MOVE_INTERVAL;
        level = 0;
        friendlyBullets.clear();
        enemyBullets.clear();
        fish.clear();
        subs.clear();
        divers.clear();
    }

    @Override
    int step(int action) {
        reward = 0;
        // 1.–2. enemies and divers come
        if (enemyClock == 0) {
            enemyClock = enemyInterval;
            spawnEnemy();
        }
        if (diverClock == 0) {
            diverClock = DIVER_INTERVAL;
            spawnDiver();
        }
        // 3.–8. everything moves
        movePlayer(action);
        moveFriendlyBullets();
        moveDivers();
        moveSubs();
        moveEnemyBullets();
        moveFish();
        // 9. clocks
        enemyClock = dropped(enemyClock);
        diverClock = dropped(diverClock);
        shotClock = dropped(shotClock);
        // 10. oxygen
        breathe();
        return reward;
    }

    /** 1. Everything is drawn, even if the row turns out to be taken by enemies that go the other way. */
    private void spawnEnemy() {
        int direction = random.uniform() < 1.0 / 2 ? 1 : -1;
        boolean sub = random.uniform() < 1.0 / 3;
        int where = random.integer(1, LAST);
        if (fish.anyAgainst(where, direction) || subs.anyAgainst(where, direction)) {
            return;
        }
        if (sub) {
            subs.add(where, entrance(direction), direction, moveInterval, ENEMY_SHOT_INTERVAL);
        } else {
            fish.add(where, entrance(direction), direction, moveInterval, NO_FUSE);
        }
    }

    /** 2. */
    private void spawnDiver() {
        int direction = random.uniform() < 1.0 / 2 ? 1 : -1;
        int where = random.integer(1, LAST);
        divers.add(where, entrance(direction), direction, DIVER_MOVE_INTERVAL, NO_FUSE);
    }

    private static int entrance(int direction) {
        return direction > 0 ? 0 : LAST;
    }

    /** 3. A move that the edge stops still turns the submarine. */
    private void movePlayer(int action) {
        if (action == FIRE && shotClock == 0) {
            shotClock = SHOT_INTERVAL;
            friendlyBullets.add(row, column, facing, NO_FUSE, NO_FUSE);
        }
        if (action == LEFT || action == RIGHT) {
            facing = action == LEFT ? -1 : 1;
        }
        column = sideways(column, action);
        row = upOrDown(row, action, SURFACE, DEEPEST);
    }

    /** 4. Newest first. Of all enemies in the cell, the oldest fish goes; if there is none, the oldest submarine. */
    private void moveFriendlyBullets() {
        for (int bullet = friendlyBullets.count() - 1; bullet >= 0; bullet--) {
            boolean gone = !friendlyBullets.move(bullet);
            if (!gone) {
                gone = shootOldest(fish, bullet) || shootOldest(subs, bullet);
            }
            if (gone) {
                friendlyBullets.remove(bullet);
            }
        }
    }

    private boolean shootOldest(Swarm enemies, int bullet) {
        int enemy = enemies.oldestAt(friendlyBullets.row(bullet), friendlyBullets.column(bullet));
        if (enemy == Swarm.NONE) {
            return false;
        }
        enemies.remove(enemy);
        reward++;
        return true;
    }

    /** 5. Newest first. */
    private void moveDivers() {
        for (int diver = divers.count() - 1; diver >= 0; diver--) {
            if (pickUp(diver)) {
                continue;
            }
            if (divers.moveDue(diver, DIVER_MOVE_INTERVAL)) {
                if (!divers.move(diver)) {
                    divers.remove(diver);
                } else {
                    pickUp(diver);
                }
            }
        }
    }

    private boolean pickUp(int diver) {
        if (!divers.isAt(diver, row, column) || aboard >= SEATS) {
            return false;
        }
        divers.remove(diver);
        aboard++;
        return true;
    }

    /** 6. Newest first. A submarine that has just been shot still shoots. */
    private void moveSubs() {
        for (int sub = subs.count() - 1; sub >= 0; sub--) {
            boolean gone = advance(subs, sub);
            if (subs.shotDue(sub, ENEMY_SHOT_INTERVAL)) {
                enemyBullets.add(subs.row(sub), subs.column(sub), subs.direction(sub), NO_FUSE, NO_FUSE);
            }
            if (gone) {
                subs.remove(sub);
            }
        }
    }

    /** 7. */
    private void moveEnemyBullets() {
        for (int bullet = enemyBullets.count() - 1; bullet >= 0; bullet--) {
            collide(enemyBullets, bullet);
            if (enemyBullets.move(bullet)) {
                collide(enemyBullets, bullet);
            } else {
                enemyBullets.remove(bullet);
            }
        }
    }

    /** 8. Newest first. */
    private void moveFish() {
        for (int each = fish.count() - 1; each >= 0; each--) {
            if (advance(fish, each)) {
                fish.remove(each);
            }
        }
    }

    /** An enemy's step but for shooting. Returns whether it has left the grid or run into a bullet, which goes, too. */
    private boolean advance(Swarm enemies, int enemy) {
        collide(enemies, enemy);
        if (!enemies.moveDue(enemy, moveInterval)) {
            return false;
        }
        if (!enemies.move(enemy)) {
            return true;
        }
        if (collide(enemies, enemy)) {
            return false;
        }
        int bullet = friendlyBullets.oldestAt(enemies.row(enemy), enemies.column(enemy));
        if (bullet == Swarm.NONE) {
            return false;
        }
        friendlyBullets.remove(bullet);
        reward++;
        return true;
    }

    /** Only the front of the submarine collides. */
    private boolean collide(Swarm things, int thing) {
        boolean front = things.isAt(thing, row, column);
        ended |= front;
        return front;
    }

    /** 10. */
    private void breathe() {
        if (oxygen <= 0) {
            ended = true;
        }
        if (row > SURFACE) {
            oxygen--;
            surfaced = false;
        } else if (!surfaced) {
            if (aboard == 0) {
                ended = true;
            } else {
                surface();
            }
        }
    }

    /** Each surfacing costs a diver, even after six have been handed over. */
    private void surface() {
        surfaced = true;
        if (aboard == SEATS) {
            reward += oxygen / OXYGEN_PER_CELL;
            aboard = 0;
        }
        oxygen = FULL_OXYGEN;
        aboard--;
        if (ramping && (enemyInterval > 1 || moveInterval > FASTEST_MOVE_INTERVAL)) {
            if (moveInterval > FASTEST_MOVE_INTERVAL && level % 2 == 1) {
                moveInterval--;
            }
            if (enemyInterval > 1) {
                enemyInterval--;
            }
            level++;
        }
    }

    @Override
    void draw(Screen screen) {
        screen.light(row, column, SUB_FRONT);
        screen.lightBehind(row, column, facing, SUB_BACK);
        friendlyBullets.draw(screen, FRIENDLY_BULLET);
        fish.drawTrails(screen, TRAIL);
        subs.drawTrails(screen, TRAIL);
        divers.drawTrails(screen, TRAIL);
        enemyBullets.draw(screen, ENEMY_BULLET);
        fish.draw(screen, ENEMY_FISH);
        subs.draw(screen, ENEMY_SUB);
        int lit = Math.max(0, oxygen) / OXYGEN_PER_CELL;
        for (int c = 0; c < lit; c++) {
            screen.light(LAST, c, OXYGEN_GAUGE);
        }
        for (int c = LAST - aboard; c < LAST; c++) {
            screen.light(LAST, c, DIVER_GAUGE);
        }
        divers.draw(screen, DIVER);
    }

    @Override
    List<Ink> inks() {
        return List.of(new Ink(OXYGEN_GAUGE, '=', 0x50b0f0), new Ink(DIVER_GAUGE, '+', 0xb0a040), new Ink(TRAIL, '.', Ink.TRAIL), new Ink(DIVER, '$', Ink.PRIZE),
                new Ink(ENEMY_FISH, 'x', Ink.ENEMY), new Ink(ENEMY_SUB, 'X', 0xa03080), new Ink(ENEMY_BULLET, '!', Ink.HOSTILE),
                new Ink(FRIENDLY_BULLET, '*', Ink.FRIENDLY), new Ink(SUB_BACK, 'o', 0x2a8040), new Ink(SUB_FRONT, '@', Ink.PLAYER));
    }

    @Override
    void visitOwn(Variables v) {
        v.swarm("friendly-bullets", friendlyBullets);
        v.swarm("enemy-bullets", enemyBullets);
        v.swarm("fish", fish);
        v.swarm("subs", subs);
        v.swarm("divers", divers);
        row = v.number("row", row, SURFACE, DEEPEST);
        column = v.number("column", column, 0, LAST);
        facing = v.direction("facing", facing);
        surfaced = v.flag("surfaced", surfaced);
        oxygen = v.number("oxygen", oxygen, -1, FULL_OXYGEN);
        aboard = v.number("aboard", aboard, -Integer.MAX_VALUE / 2, SEATS);
        shotClock = v.number("shot-clock", shotClock, 0, SHOT_INTERVAL);
        enemyInterval = v.number("enemy-interval", enemyInterval, 0, ENEMY_INTERVAL);
        enemyClock = v.number("enemy-clock", enemyClock, 0, ENEMY_INTERVAL);
        diverClock = v.number("diver-clock", diverClock, 0, DIVER_INTERVAL);
        moveInterval = v.number("move-interval", moveInterval, 0, ENEMY_MOVE_INTERVAL);
        level = v.number("level", level, 0, Integer.MAX_VALUE);
    }
}
