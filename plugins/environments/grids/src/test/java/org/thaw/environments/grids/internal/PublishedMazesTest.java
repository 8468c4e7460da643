package org.thaw.environments.grids.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.thaw.environments.grids.internal.Life.DOWN;
import static org.thaw.environments.grids.internal.Life.LEFT;
import static org.thaw.environments.grids.internal.Life.RIGHT;
import static org.thaw.environments.grids.internal.Life.UP;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.tck.host.HostStream;
import org.thaw.tck.host.MemoryState;

/** The mazes of chapter 8 of Sutton and Barto. */
class PublishedMazesTest {
    private static final DynaMaze.Config DYNA = new DynaMaze.Config(List.of(2, 0), List.of(0, 8), 1, 10_000);

    @Test
    void theDynaMazeIsTheOneOfTheGridWorldsDefault() {
        Life life = new Life(new DynaMaze(), DYNA);
        life.reset();
        List<String> drawn = life.picture();
        assertEquals(GridWorldTest.dynaMap().stream().map(row -> row.replace('S', '@')).toList(), drawn);
    }

    @Test
    void shortestWaysAreThoseOfTheBook() {
        assertEquals(14, shortest(DYNA.rules().before()));
        MazeRules blocking = MazeRules.changing(BlockingMaze.BEFORE, BlockingMaze.AFTER, 1000, 1, 10);
        assertEquals(10, shortest(blocking.before()));
        assertEquals(16, shortest(blocking.after()));
        MazeRules shortcut = MazeRules.changing(ShortcutMaze.BEFORE, ShortcutMaze.AFTER, 3000, 1, 10);
        assertEquals(16, shortest(shortcut.before()));
        assertEquals(10, shortest(shortcut.after()));
    }

    @Test
    void finerMazesHaveTheSameWallsAndLongerWays() {
        Maze fine = new DynaMaze.Config(List.of(2, 0), List.of(0, 8), 2, 10).rules().before();
        assertEquals(12 * 18, fine.grid().cells());
        assertEquals(new Cell(4, 0), fine.grid().cell(fine.start()));
        assertEquals(new Cell(0, 16), fine.grid().cell(fine.goal()));
        // 4 down, past the first wall, 16 to the right, 8 up
        assertEquals(28, shortest(fine));
        MazeRules blocking = MazeRules.changing(BlockingMaze.BEFORE, BlockingMaze.AFTER, 0, 2, 10);
        assertEquals(10 + 10, shortest(blocking.before()));
        // 5 to the left, into the right half of the gap, 10 up, 15 to the right
        assertEquals(30, shortest(blocking.after()));
    }

    @Test
    void theGoalOfTheDynaMazeCanBeElsewhere() {
        Life life = new Life(new DynaMaze(), new DynaMaze.Config(List.of(2, 0), List.of(3, 1), 1, 100));
        life.reset();
        assertEquals(0, life.earn(RIGHT));
        assertEquals(1, life.earn(DOWN));
        assertEquals("LAST 1.0 0.0", life.outcome());
    }

    @Test
    void placesThatCannotBeAreRefused() {
        assertEquals("goal: [6, 0], expected [row, column] from [0, 0] to [5, 8]", refusal(List.of(2, 0), List.of(6, 0)));
        assertEquals("start: [2], expected [row, column] from [0, 0] to [5, 8]", refusal(List.of(2), List.of(0, 8)));
        assertEquals("goal: row 0, column 7, expected a free cell, not a wall", refusal(List.of(2, 0), List.of(0, 7)));
        assertEquals("goal: row 2, column 0, expected another cell than the start", refusal(List.of(2, 0), List.of(2, 0)));
    }

    @Test
    void theShortWayIsBlockedAfterExactlySoManySteps() {
        // at the gap's lower edge, at (4, 8), after 6 steps; the 7th step goes through it, unless it comes too late
        int[] toTheGap = {UP, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT};
        Life before = new Life(new BlockingMaze(), new BlockingMaze.Config(7, 1, 100));
        before.reset();
        before.earn(toTheGap);
        assertEquals(3 * 9 + 8, before.step(UP));
        // the wall is up now; who stands in it walks off
        assertEquals(2 * 9 + 8, before.step(UP));
        assertEquals(2 * 9 + 8, before.step(DOWN));

        Life after = new Life(new BlockingMaze(), new BlockingMaze.Config(6, 1, 100));
        after.reset();
        after.earn(toTheGap);
        assertEquals(4 * 9 + 8, after.step(UP));
    }

    @Test
    void stepsCountOverEpisodes() {
        Life life = new Life(new ShortcutMaze(), new ShortcutMaze.Config(20, 1, 10));
        life.reset();
        life.earn(LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT);
        assertEquals("LAST 0.0 1.0", life.outcome());
        life.reset();
        life.earn(UP, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, UP, UP, UP, UP);
        assertEquals(4 * 9 + 8, life.out.state());
        life.reset();
        assertEquals(1, life.earn(UP, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, UP, UP, UP, UP));
        assertEquals("LAST 1.0 0.0", life.outcome());
    }

    @Test
    void theClockIsSaved() {
        BlockingMaze.Config config = new BlockingMaze.Config(100, 1, 30);
        Life life = new Life(new BlockingMaze(), config);
        life.reset();
        life.wander(new HostStream(3), 80);
        Life other = new Life(new BlockingMaze(), config);
        MemoryState.of(life.world).into(other.world);
        other.out.copyFrom(life.out);
        assertEquals(life.wander(new HostStream(4), 300), other.wander(new HostStream(4), 300));
        assertEquals(".########", other.picture().get(3).replace('@', '.'));
    }

    private static int shortest(Maze maze) {
        return maze.grid().distance(maze.start(), maze.goal());
    }

    private static String refusal(List<Integer> start, List<Integer> goal) {
        return assertThrows(IllegalArgumentException.class, () -> new DynaMaze.Config(start, goal, 1, 10)).getMessage();
    }
}
