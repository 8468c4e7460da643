package org.thaw.environments.minatar.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What no trace reaches, by hand. */
class RareRulesTest {
    /** Uniform numbers below 1/3: things come from the left, and are gold or submarines. */
    private final Randomness low = new FixedRandomness(0.2);

    @Test
    void anEnemySubShootsInTheStepInWhichItIsShot() {
        Game game = begun(new Seaquest(low, true));
        TestState state = TestState.of(game)
                .withSwarm("subs", 4, 3, 1, 0, 0)
                .withSwarm("friendly-bullets", 4, 5, -1, 0, 0);
        state.into(game);
        assertEquals(1, game.step(Game.NOTHING));
        TestState after = TestState.of(game);
        assertEquals(0, after.tensor("subs").rows());
        assertEquals(0, after.tensor("friendly-bullets").rows());
        // shot at (4,4), it shoots from there; its bullet moves on in the same step
        assertArrayEquals(new int[] {4, 5, 1, 0, 0}, after.tensor("enemy-bullets").ints());
        assertFalse(game.ended);
    }

    @Test
    void anEnemySubThatLeavesTheGridShootsToNoEffect() {
        Game game = begun(new Seaquest(low, true));
        TestState.of(game).withSwarm("subs", 4, 9, 1, 0, 0).into(game);
        assertEquals(0, game.step(Game.NOTHING));
        assertEquals(0, TestState.of(game).tensor("subs").rows());
        assertEquals(0, TestState.of(game).tensor("enemy-bullets").rows());
    }

    @Test
    void aFreewayGoalInTheLastStepCounts() {
        Game game = begun(new Freeway(low));
        TestState.of(game).with("chicken", 1).with("move-clock", 0).with("time", 0).into(game);
        assertEquals(1, game.step(Game.UP));
        assertTrue(game.ended);
        assertEquals(9, TestState.of(game).number("chicken"));
    }

    @Test
    void freewayEndsWithStep2501() {
        Game game = begun(new Freeway(low));
        for (int i = 0; i < 2500; i++) {
            game.step(Game.NOTHING);
        }
        assertFalse(game.ended);
        game.step(Game.NOTHING);
        assertTrue(game.ended);
    }

    @Test
    void asterixRampsEvery102Steps() {
        Game game = begun(new Asterix(low, true));
        play(game, 101);
        assertIntervals(10, 5, game);
        play(game, 1);
        assertIntervals(9, 5, game);
        play(game, 102);
        assertIntervals(8, 4, game);
    }

    @Test
    void asterixWithoutRampingStaysAsItBegan() {
        Game game = begun(new Asterix(low, false));
        play(game, 1000);
        assertIntervals(10, 5, game);
        assertFalse(game.ended);
    }

    @Test
    void eachSurfacingInSeaquestRampsTheMovesEveryOtherTime() {
        Game game = begun(new Seaquest(low, true));
        surface(game);
        assertSeaquest(19, 5, game);
        surface(game);
        assertSeaquest(18, 4, game);
    }

    @Test
    void seaquestWithoutRampingStaysAsItBegan() {
        Game game = begun(new Seaquest(low, false));
        surface(game);
        surface(game);
        assertSeaquest(20, 5, game);
        assertEquals(200, TestState.of(game).number("oxygen"));
    }

    @Test
    void aClearedWaveOfInvadersMakesTheNextOneFaster() {
        Game game = begun(new SpaceInvaders(low, true));
        assertEquals(1, clearWave(game));
        assertEquals(11, TestState.of(game).number("wave-interval"));
    }

    @Test
    void spaceInvadersWithoutRampingRefillsTheWaveAtTheSameSpeed() {
        Game game = begun(new SpaceInvaders(low, false));
        assertEquals(1, clearWave(game));
        assertEquals(12, TestState.of(game).number("wave-interval"));
        assertEquals(0b11111100, TestState.of(game).tensor("aliens").ints()[3]);
    }

    private static Game begun(Game game) {
        game.reset();
        return game;
    }

    private static void play(Game game, int steps) {
        for (int i = 0; i < steps; i++) {
            game.step(Game.NOTHING);
        }
    }

    private static void assertIntervals(int spawn, int move, Game asterix) {
        assertEquals(spawn, TestState.of(asterix).number("spawn-interval"));
        assertEquals(move, TestState.of(asterix).number("move-interval"));
    }

    /** Up from row 1 with one diver aboard. */
    private static void surface(Game seaquest) {
        TestState.of(seaquest).with("row", 1).with("surfaced", 0).with("aboard", 1).into(seaquest);
        seaquest.step(Game.UP);
        assertFalse(seaquest.ended);
        assertEquals(0, TestState.of(seaquest).number("aboard"));
    }

    private static void assertSeaquest(int enemies, int moves, Game seaquest) {
        assertEquals(enemies, TestState.of(seaquest).number("enemy-interval"));
        assertEquals(moves, TestState.of(seaquest).number("move-interval"));
    }

    /** The last alien is at (3, 4), a bullet right below it. */
    private static int clearWave(Game invaders) {
        TestState.of(invaders)
                .with("aliens", 0, 0, 0, 1 << 4, 0, 0, 0, 0, 0, 0)
                .with("friendly-bullets", 0, 0, 0, 0, 1 << 4, 0, 0, 0, 0, 0).into(invaders);
        return invaders.step(Game.NOTHING);
    }
}
