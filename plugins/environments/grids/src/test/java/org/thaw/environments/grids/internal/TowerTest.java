package org.thaw.environments.grids.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.MemoryState;

class TowerTest {
    /** Actions: two stations to walk to, three symbols to do. */
    private static final int THERE = 1;
    private static final int HERE = 0;
    private static final int A = 2;
    private static final int B = 3;
    private static final int C = 4;

    /** Three skills: at station 1 B then C; at station 0 A then A; at station 0 C then A. */
    private static Life tower(int steps) {
        Life life = new Life(new Tower.Factory(), new Tower.Config(3, 2, 3, 2, steps, List.of(9 + 3 + 2, 0, 6), 0));
        life.reset();
        return life;
    }

    @Test
    void recipesAreNumberedByStationThenLikeDigits() {
        Recipes recipes = new Recipes(2, 3, 2);
        assertEquals(18, recipes.count());
        assertEquals(1, recipes.station(9 + 3 + 2));
        assertEquals(1, recipes.symbol(9 + 3 + 2, 0));
        assertEquals(2, recipes.symbol(9 + 3 + 2, 1));
        assertEquals(0, recipes.station(6));
        assertEquals(2, recipes.symbol(6, 0));
        assertEquals(0, recipes.symbol(6, 1));
        Exception e = assertThrows(IllegalArgumentException.class, () -> new Recipes(4, 10, 6).count());
        assertEquals("stations, symbols and length: 4 times 10 to the power of 6, expected at most 1000000 recipes", e.getMessage());
    }

    @Test
    void theReturnOfAnEpisodeIsTheHeightReached() {
        Life life = tower(100);
        assertEquals(new Signature(new Space.Categorical(4 * 2 * 2), new Space.Categorical(5)), life.world.signature());
        assertEquals(1, life.earn(THERE, B, C));
        assertEquals(1, life.earn(HERE, A, A));
        assertEquals(1, life.earn(C, A));
        assertEquals("LAST 1.0 0.0", life.outcome());
    }

    @Test
    void aSkillIsOfNoUseWithoutTheOneBefore() {
        Life life = tower(100);
        assertEquals(0, life.earn(HERE, A, A, C, A));
        assertEquals(0, life.out.state());
    }

    @Test
    void observationsTellHeightStationAndWhatIsDone() {
        Life life = tower(100);
        assertEquals(0, life.reset());
        assertEquals(2, life.step(THERE));
        assertEquals(2 + 1, life.step(B));
        assertEquals(4 + 2, life.step(C));
        assertEquals(4, life.step(HERE));
        assertEquals(4 + 1, life.step(A));
    }

    @Test
    void wrongSymbolsAndWalkingSetTheCraftBackAndSpoilNothingElse() {
        Life life = tower(100);
        life.earn(THERE, B, C, HERE, A);
        assertEquals(4 + 1, life.out.state());
        assertEquals(4, life.step(B), "wrong");
        life.step(A);
        assertEquals(4, life.step(HERE), "walked, though to where one was");
        // a wrong symbol does not count as the first of a new attempt
        life.earn(A, A, C);
        assertEquals(8 + 1, life.out.state());
        assertEquals(8, life.step(C));
        assertEquals(0, life.earn(A));
        assertEquals(1, life.earn(C, A));
    }

    @Test
    void episodesAreCutOffAndBeginAtTheBottom() {
        Life life = tower(4);
        assertEquals(1, life.earn(THERE, B, C, HERE));
        assertEquals("LAST 0.0 1.0", life.outcome());
        assertEquals(0, life.reset());
        assertEquals(1, life.earn(THERE, B, C));
        assertEquals(List.of("  ", "  ", "##", "_@"), life.picture());
    }

    @Test
    void picturesShowHowMuchOfACraftIsDone() {
        Life life = tower(100);
        life.earn(THERE, B);
        assertEquals(List.of("  ", "  ", "  ", "_1"), life.picture());
    }

    @Test
    void rulesDependOnSeedAndLifetimeAloneAndAreRestored() {
        Tower.Config hidden = new Tower.Config(3, 2, 3, 2, 100, List.of(), 0);
        int[] drawn = Arrays.copyOf(new HostContext(6).random("rules", 0).permutation(18), 3);
        assertEquals(3, Arrays.stream(drawn).distinct().count());
        Life life = new Life(new Tower.Factory(), hidden, 6);
        life.reset();
        assertEquals(3, build(life, drawn));

        Life other = new Life(new Tower.Factory(), hidden, 7);
        MemoryState.of(life.world).into(other.world);
        assertEquals("", MemoryState.of(life.world).difference(MemoryState.of(other.world)));
        other.reset();
        assertEquals(3, build(other, drawn));
    }

    /** What carrying out these recipes in turn earns. */
    private static double build(Life life, int[] recipes) {
        double earned = 0;
        for (int recipe : recipes) {
            earned += life.earn(recipe / 9, 2 + recipe % 9 / 3, 2 + recipe % 3);
        }
        return earned;
    }

    @Test
    void theUsualTowerHasTenSkillsOutOf36Recipes() {
        Tower.Config usual = new Tower.Config(10, 4, 3, 2, 100, List.of(), 0);
        assertEquals(36, usual.recipes().count());
        assertArrayEquals(new int[] {11 * 4 * 2, 7}, new int[] {new Life(new Tower.Factory(), usual).world.signature().input() instanceof Space.Categorical c
                ? c.count() : 0, new Life(new Tower.Factory(), usual).world.signature().choices()});
    }

    @Test
    void towersThatCannotBeAreRefused() {
        assertEquals("levels: 19, expected at most 18, as many as there are recipes", refusal(19, List.of()));
        assertEquals("rules: [1, 1], expected [] or 2 different numbers from 0 to 17", refusal(2, List.of(1, 1)));
        assertEquals("rules: [1, 18], expected [] or 2 different numbers from 0 to 17", refusal(2, List.of(1, 18)));
        Exception e = assertThrows(IllegalArgumentException.class, () -> MemoryState.of(grown()).into(small()));
        assertEquals("state: State[height=1, station=1, done=0, moves=3], expected height to 3, station below 1, symbols done below 2 and moves, all from 0",
                e.getMessage());
    }

    private static Tower grown() {
        Life life = tower(100);
        life.earn(THERE, B, C);
        return (Tower) life.world;
    }

    private static Tower small() {
        return (Tower) new Life(new Tower.Factory(), new Tower.Config(3, 1, 3, 2, 100, List.of(), 0)).world;
    }

    private static String refusal(int levels, List<Integer> rules) {
        return assertThrows(IllegalArgumentException.class, () -> new Tower.Config(levels, 2, 3, 2, 10, rules, 0)).getMessage();
    }
}
