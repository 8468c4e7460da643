package org.thaw.environments.grids.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.thaw.environments.grids.internal.Life.DOWN;
import static org.thaw.environments.grids.internal.Life.LEFT;
import static org.thaw.environments.grids.internal.Life.RIGHT;
import static org.thaw.environments.grids.internal.Life.STAY;
import static org.thaw.environments.grids.internal.Life.UP;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.MemoryState;

class DarkRoomTest {
    @Test
    void knowingTheGoalEarns16Point54OnAverageAndRandomActions0Point247() {
        double best = 0;
        double random = 0;
        Room room = Room.of(9);
        for (int goal = 0; goal < room.cells(); goal++) {
            best += value(room, goal, 20, false);
            random += value(room, goal, 20, true);
        }
        // 21 less the distance, which is 360 over all goals; the centre itself earns 20, not 21
        assertEquals(81 * 21 - 360 - 1, best);
        assertEquals(16.54, best / 81, 0.005);
        // at each of the 20 steps one is on exactly one of the 81 cells
        assertEquals(20, random, 1e-9);
        assertEquals(0.247, random / 81, 0.0005);
    }

    @Test
    void inTheLargeRoomKnowingTheGoalEarns42Point53() {
        double best = 0;
        Room room = Room.of(17);
        for (int goal = 0; goal < room.cells(); goal++) {
            best += value(room, goal, 50, false);
        }
        assertEquals(289 * 51 - 2448 - 1, best);
        assertEquals(42.53, best / 289, 0.005);
    }

    /** The expected return from the centre by dynamic programming, backwards from the last step: of the best actions or of uniformly random ones. */
    private static double value(Room room, int goal, int steps, boolean random) {
        double[] next = new double[room.cells()];
        for (int step = 0; step < steps; step++) {
            double[] now = new double[room.cells()];
            for (int cell = 0; cell < now.length; cell++) {
                double best = Double.NEGATIVE_INFINITY;
                double sum = 0;
                for (int action = 0; action < Room.ACTIONS; action++) {
                    int there = room.after(cell, action);
                    double worth = (there == goal ? 1 : 0) + next[there];
                    best = Math.max(best, worth);
                    sum += worth;
                }
                now[cell] = random ? sum / Room.ACTIONS : best;
            }
            next = now;
        }
        return next[room.centre()];
    }

    @Test
    void theWorldItselfPaysWhatTheProgrammeSays() {
        double sum = 0;
        for (int row = 0; row < 9; row++) {
            for (int column = 0; column < 9; column++) {
                Life life = given(9, row, column, View.CELL);
                life.reset();
                for (int step = 0; step < 20; step++) {
                    int at = life.out.state();
                    sum += life.earn(at / 9 > row ? UP : at / 9 < row ? DOWN : at % 9 > column ? LEFT : at % 9 < column ? RIGHT : STAY);
                    assertEquals(step == 19, life.out.isLast());
                }
            }
        }
        assertEquals(1340, sum);
    }

    @Test
    void everyStepOnTheGoalEarnsAndEpisodesAreCutOffNotTerminated() {
        Life life = given(9, 4, 5, View.CELL);
        assertEquals(40, life.reset());
        assertEquals(41, life.step(RIGHT));
        assertEquals("MID 1.0 1.0", life.outcome());
        assertEquals(3, life.earn(STAY, STAY, STAY));
        assertEquals(0, life.earn(LEFT));
        assertEquals(0, life.earn(STAY));
        for (int step = 7; step < 20; step++) {
            life.step(UP);
            assertEquals("MID 0.0 1.0", life.outcome());
        }
        assertEquals(4, life.step(UP));
        assertEquals("LAST 0.0 1.0", life.outcome());
        assertEquals(40, life.reset());
    }

    @Test
    void largerRoomsGive50StepsAndAnyNumberCanBeGiven() {
        assertEquals(20, new DarkRoom.Config(9, List.of(), Goals.ALL, 0, 0, View.CELL).episode());
        assertEquals(50, new DarkRoom.Config(17, List.of(), Goals.ALL, 0, 0, View.CELL).episode());
        assertEquals(7, new DarkRoom.Config(17, List.of(), Goals.ALL, 0, 7, View.CELL).episode());
        assertEquals(8 * 17 + 8, given(17, 0, 0, View.CELL).reset());
    }

    @Test
    void pixelsShowTheSamePlaces() {
        Life cells = given(5, 0, 0, View.CELL);
        Life pixels = given(5, 0, 0, View.PIXELS);
        assertEquals(new Signature(new Space.Categorical(25), new Space.Categorical(5)), cells.world.signature());
        assertEquals(new Signature(Space.Real.of(0, 1, 5, 5, 1), new Space.Categorical(5)), pixels.world.signature());
        assertEquals(cells.reset(), pixels.reset());
        for (int choice : new int[] {UP, RIGHT, RIGHT, STAY, DOWN, LEFT, UP, UP}) {
            assertEquals(cells.step(choice), pixels.step(choice));
            assertEquals(cells.outcome(), pixels.outcome());
        }
    }

    @Test
    void aHiddenGoalDependsOnSeedAndLifetimeAloneAndStays() {
        DarkRoom.Config hidden = new DarkRoom.Config(9, List.of(), Goals.ALL, 0, 0, View.CELL);
        int goal = new HostContext(3).random("goal", 0).nextInt(81);
        Life life = new Life(new DarkRoom.Factory(), hidden, 3);
        life.reset();
        assertEquals('G', life.picture().get(goal / 9).charAt(goal % 9));
        List<String> seen = life.picture();
        life.earn(UP, UP);
        life.reset();
        assertEquals(seen, life.picture());
        Life other = new Life(new DarkRoom.Factory(), hidden, 4);
        other.reset();
        assertNotEquals(seen, other.picture(), "another seed");
        Life next = new Life(new DarkRoom.Factory(), new DarkRoom.Config(9, List.of(), Goals.ALL, 1, 0, View.CELL), 3);
        next.reset();
        assertNotEquals(seen, next.picture(), "another lifetime");
    }

    @Test
    void theGoalIsRestoredWithTheWorld() {
        DarkRoom.Config hidden = new DarkRoom.Config(9, List.of(), Goals.ALL, 0, 0, View.CELL);
        Life life = new Life(new DarkRoom.Factory(), hidden, 3);
        life.reset();
        life.earn(UP, UP, LEFT);
        Life other = new Life(new DarkRoom.Factory(), hidden, 4);
        MemoryState.of(life.world).into(other.world);
        assertEquals(life.picture(), other.picture());
        assertEquals("", MemoryState.of(life.world).difference(MemoryState.of(other.world)));
    }

    @Test
    void roomsThatCannotBeAreRefused() {
        assertEquals("goal: [9, 0], expected [row, column] from [0, 0] to [8, 8]", refusal(9, List.of(9, 0), 0));
        assertEquals("size: 1, expected a whole number from 2 to 1000", refusal(1, List.of(), 0));
        assertEquals("steps: -1, expected a whole number from 0", refusal(9, List.of(), -1));
        Exception e = assertThrows(IllegalArgumentException.class, () -> MemoryState.of(given(9, 8, 8, View.CELL).world).into(given(5, 0, 0, View.CELL).world));
        assertEquals("state: State[goal=80, cell=40, moves=0], expected cells from 0 to 24 and moves from 0", e.getMessage());
    }

    private static String refusal(int size, List<Integer> goal, int steps) {
        return assertThrows(IllegalArgumentException.class, () -> new DarkRoom.Config(size, goal, Goals.ALL, 0, steps, View.CELL)).getMessage();
    }

    private static Life given(int size, int row, int column, View view) {
        return new Life(new DarkRoom.Factory(), new DarkRoom.Config(size, List.of(row, column), Goals.ALL, 0, 0, view));
    }

    @Test
    void goalsHeldOutAreNeverAmongThoseStudied() {
        Set<Integer> studied = new TreeSet<>();
        Set<Integer> heldOut = new TreeSet<>();
        for (int seed = 0; seed < 2000; seed++) {
            studied.add(Goals.STUDIED.draw(81, new HostContext(seed).random("goal")));
            heldOut.add(Goals.HELD_OUT.draw(81, new HostContext(seed).random("goal")));
        }
        Set<Integer> all = new TreeSet<>(studied);
        all.addAll(heldOut);
        assertEquals(17, heldOut.size());
        assertTrue(heldOut.stream().allMatch(goal -> goal % 5 == 0), heldOut.toString());
        assertEquals(64, studied.size());
        assertEquals(81, all.size());
        assertEquals(80, all.stream().mapToInt(Integer::intValue).max().orElseThrow());
    }
}
