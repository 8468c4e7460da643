package org.thaw.environments.minatar.internal;

import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Plugin;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.World;

/**
 * A cannon in row 9 shoots aliens that march from side to side and down, a point each; a bullet or an alien that reaches it ends the game, as
 * do aliens about to march below row 9. The fewer there are, the faster they march. With ramping, every wave is faster than the one before.
 */
public final class SpaceInvaders extends Game {
    private static final int CANNON = 0;
    private static final int ALIEN = 1;
    private static final int ALIEN_LEFT = 2;
    private static final int ALIEN_RIGHT = 3;
    private static final int FRIENDLY_BULLET = 4;
    private static final int ENEMY_BULLET = 5;

    private static final int SHOT_INTERVAL = 5;
    private static final int ALIEN_SHOT_INTERVAL = 10;
    private static final int MOVE_INTERVAL = 12;
    private static final int FASTEST_MOVE_INTERVAL = 6;

    private final boolean ramping;
    private final CellSet aliens = new CellSet();
    private final CellSet friendlyBullets = new CellSet();
    private final CellSet enemyBullets = new CellSet();
    private int cannon;
    /** Where the aliens march: −1 left, 1 right. */
    private int direction = -1;
    private int shotClock;
    /** The longest time between two moves of the aliens; what it lacks to 12 is the level of ramping. */
    private int waveInterval;
    private int alienMoveClock;
    private int alienShotClock;

    /** Makes games of space-invaders. */
    @Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "space-invaders", summary = "MinAtar's Space Invaders: 10x10 cells, 6 channels; waves of aliens to shoot", source = MinAtar.SOURCE)
    public static final class Factory implements EnvironmentFactory<MinAtar.Config, World> {
        @Override
        public World create(MinAtar.Config configuration, Context context) {
            return new MinAtar(SpaceInvaders::new, configuration, context);
        }
    }

    SpaceInvaders(Randomness random, boolean ramping) {
        super(random);
        this.ramping = ramping;
    }

    @Override
    int channels() {
        return 6;
    }

    @Override
    int[] minimalActions() {
        return new int[] {NOTHING, LEFT, RIGHT, FIRE};
    }

    @Override
    void begin() {
        cannon = 5;
        aliens.clear();
        lineUp();
        direction = -1;
        waveInterval = MOVE_INTERVAL;
        alienMoveClock = MOVE_INTERVAL;
        alienShotClock = ALIEN_SHOT_INTERVAL;
        shotClock = 0;
        friendlyBullets.clear();
        enemyBullets.clear();
    }

    private void lineUp() {
        aliens.fill(0, 3, 2, 7);
    }

    @Override
    int step(int action) {
        // 1. the cannon
        if (action == FIRE && shotClock == 0) {
            shotClock = SHOT_INTERVAL;
            friendlyBullets.add(LAST, cannon);
        }
        cannon = sideways(cannon, action);

        // 2. bullets
        friendlyBullets.moveUp();
        enemyBullets.moveDown();
        ended |= enemyBullets.has(LAST, cannon);

        // 3. contact
        ended |= aliens.has(LAST, cannon);

        // 4. the aliens march
        if (alienMoveClock == 0) {
            alienMoveClock = Math.min(aliens.count(), waveInterval);
            march();
            ended |= aliens.has(LAST, cannon);
        }

        // 5. the aliens shoot; the bullet first moves in the next step
        if (alienShotClock == 0) {
            alienShotClock = ALIEN_SHOT_INTERVAL;
            int column = nearestColumn();
            enemyBullets.add(aliens.lowestIn(column), column);
        }

        // 6. aliens and bullets meet
        int reward = aliens.annihilate(friendlyBullets);

        // 7. clocks
        shotClock = dropped(shotClock);
        alienMoveClock = dropped(alienMoveClock);
        alienShotClock = dropped(alienShotClock);

        // 8. the next wave; direction, clocks and bullets stay
        if (aliens.isEmpty()) {
            if (ramping && waveInterval > FASTEST_MOVE_INTERVAL) {
                waveInterval--;
            }
            lineUp();
        }
        return reward;
    }

    private void march() {
        if (aliens.anyInColumn(direction < 0 ? 0 : LAST)) {
            direction = -direction;
            ended |= aliens.anyInRow(LAST);
            aliens.moveDownAround();
        } else if (direction < 0) {
            aliens.moveLeft();
        } else {
            aliens.moveRight();
        }
    }

    /** The column with aliens that is nearest to the cannon; of two, the left one. There are always aliens here. */
    private int nearestColumn() {
        int distance = 0;
        while (true) {
            if (cannon >= distance && aliens.anyInColumn(cannon - distance)) {
                return cannon - distance;
            }
            if (cannon + distance <= LAST && aliens.anyInColumn(cannon + distance)) {
                return cannon + distance;
            }
            distance++;
        }
    }

    @Override
    void draw(Screen screen) {
        screen.light(LAST, cannon, CANNON);
        aliens.draw(screen, ALIEN);
        aliens.draw(screen, direction < 0 ? ALIEN_LEFT : ALIEN_RIGHT);
        friendlyBullets.draw(screen, FRIENDLY_BULLET);
        enemyBullets.draw(screen, ENEMY_BULLET);
    }

    @Override
    List<Ink> inks() {
        return List.of(new Ink(ALIEN, 'x', Ink.ENEMY), new Ink(ALIEN_LEFT, '<', Ink.ENEMY), new Ink(ALIEN_RIGHT, '>', Ink.ENEMY),
                new Ink(ENEMY_BULLET, '!', Ink.HOSTILE), new Ink(FRIENDLY_BULLET, '*', Ink.FRIENDLY), new Ink(CANNON, '@', Ink.PLAYER));
    }

    @Override
    void visitOwn(Variables v) {
        aliens.visit("aliens", v);
        friendlyBullets.visit("friendly-bullets", v);
        enemyBullets.visit("enemy-bullets", v);
        cannon = v.number("cannon", cannon, 0, LAST);
        direction = v.direction("direction", direction);
        shotClock = v.number("shot-clock", shotClock, 0, SHOT_INTERVAL);
        waveInterval = v.number("wave-interval", waveInterval, 0, MOVE_INTERVAL);
        alienMoveClock = v.number("alien-move-clock", alienMoveClock, 0, MOVE_INTERVAL);
        alienShotClock = v.number("alien-shot-clock", alienShotClock, 0, ALIEN_SHOT_INTERVAL);
        if (!ended && aliens.isEmpty()) {
            throw new IllegalArgumentException("aliens: none, expected some in a game that has not ended");
        }
    }
}
