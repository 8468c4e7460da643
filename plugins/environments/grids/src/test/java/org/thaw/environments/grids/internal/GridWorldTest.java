package org.thaw.environments.grids.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.thaw.environments.grids.internal.Life.DOWN;
import static org.thaw.environments.grids.internal.Life.LEFT;
import static org.thaw.environments.grids.internal.Life.RIGHT;
import static org.thaw.environments.grids.internal.Life.UP;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.Parameter;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.Simulator;
import org.thaw.api.environment.StepBuffer;
import org.thaw.tck.host.HostStream;
import org.thaw.tck.host.MemoryState;

class GridWorldTest {
    /** The default map, read off the annotation as a host does. */
    static List<String> dynaMap() {
        String json = GridWorld.Config.class.getRecordComponents()[0].getAnnotation(Parameter.class).byDefault();
        return List.of(json.substring(2, json.length() - 2).split("\",\""));
    }

    @Test
    void fourteenMovesLeadThroughTheDynaMaze() {
        Life life = life(new GridWorld.Config(dynaMap(), 0, 0, 1, 1000));
        assertEquals(18, life.reset());
        int[] way = {DOWN, DOWN, RIGHT, RIGHT, RIGHT, UP, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, UP, UP, UP};
        for (int i = 0; i < 13; i++) {
            life.step(way[i]);
            assertEquals("MID 0.0 1.0", life.outcome());
        }
        assertEquals(8, life.step(way[13]));
        assertEquals("LAST 1.0 0.0", life.outcome());
        assertEquals(18, life.reset());
        assertTrue(life.out.isFirst());
    }

    @Test
    void wallsAndEdgesHoldTheAgentBackAndTheMoveStillCosts() {
        Life life = life(new GridWorld.Config(List.of("S#", ".G"), 0, 0.25, 2, 10));
        assertEquals(0, life.reset());
        assertEquals(0, life.step(RIGHT));
        assertEquals("MID -0.25 1.0", life.outcome());
        assertEquals(0, life.step(UP));
        assertEquals(2, life.step(DOWN));
        assertEquals(2, life.step(LEFT));
        assertEquals(3, life.step(RIGHT));
        assertEquals("LAST 1.75 0.0", life.outcome());
    }

    @Test
    void anEpisodeIsCutOffAfterTheMostMovesAllowedButReachingTheGoalCountsFirst() {
        Life life = life(new GridWorld.Config(List.of("S.G"), 0, 0, 1, 2));
        life.reset();
        life.step(LEFT);
        life.step(LEFT);
        assertEquals("LAST 0.0 1.0", life.outcome());
        life.reset();
        life.step(RIGHT);
        assertEquals("MID 0.0 1.0", life.outcome());
        life.step(RIGHT);
        assertEquals("LAST 1.0 0.0", life.outcome());
    }

    @Test
    void certainSlipsGoToEitherSideEquallyOftenAndNeverAhead() {
        // from the middle, RIGHT can only end up above or below
        Life life = life(new GridWorld.Config(List.of("G..", ".S.", "..."), 1, 0, 1, 1000));
        int[] count = new int[9];
        for (int i = 0; i < 10_000; i++) {
            life.reset();
            count[life.step(RIGHT)]++;
        }
        assertEquals(10_000, count[1] + count[7]);
        // five standard deviations of a binomial count are 250
        assertTrue(Math.abs(count[1] - 5_000) < 250, "up " + count[1]);
    }

    @Test
    void slipsAreAsFrequentAsConfigured() {
        Life life = life(new GridWorld.Config(List.of("G..", ".S.", "..."), 0.2, 0, 1, 1000));
        int[] count = new int[9];
        for (int i = 0; i < 10_000; i++) {
            life.reset();
            count[life.step(RIGHT)]++;
        }
        assertEquals(10_000, count[1] + count[5] + count[7]);
        assertTrue(Math.abs(count[5] - 8_000) < 200, "right " + count[5]);
    }

    @Test
    void withoutSlipsNoRandomNumberIsDrawn() {
        Life life = life(new GridWorld.Config(List.of("S.G"), 0, 0, 1, 10));
        MemoryState before = MemoryState.of(life.context);
        life.reset();
        life.step(RIGHT);
        assertEquals("", before.difference(MemoryState.of(life.context)));
    }

    @Test
    void aRestoredWorldLivesTheSameNextHundredSteps() {
        GridWorld.Config config = new GridWorld.Config(dynaMap(), 0.3, 0.1, 1, 40);
        Life life = life(config);
        life.reset();
        life.wander(new HostStream(5), 57);

        Life other = life(config);
        MemoryState.of(life.world).into(other.world);
        other.out.copyFrom(life.out);
        MemoryState.of(life.context).into(other.context);
        List<String> lived = life.wander(new HostStream(6), 100);
        assertEquals(lived, other.wander(new HostStream(6), 100));
        assertTrue(lived.stream().anyMatch(s -> s.contains("LAST")), "an episode ends on the way");
    }

    @Test
    void stateOfAnotherMazeIsRefused() {
        Life large = life(new GridWorld.Config(List.of("...G", "...S"), 0, 0, 1, 10));
        Life small = life(new GridWorld.Config(List.of("S.G"), 0, 0, 1, 10));
        Exception e = assertThrows(IllegalArgumentException.class, () -> MemoryState.of(large.world).into(small.world));
        assertEquals("state: State[cell=7, moves=0], expected a free cell from 0 to 2 and moves from 0", e.getMessage());
    }

    @Test
    void aCopyToTryOutGoesItsOwnWays() {
        Life life = life(new GridWorld.Config(dynaMap(), 0, 0, 1, 10));
        life.reset();
        life.step(DOWN);
        Simulator copy = ((Simulator) life.world).copy(new HostStream(1));
        StepBuffer tried = new StepBuffer(copy.signature());
        Action up = new Action(copy.signature());
        up.set(UP);
        copy.step(up, tried);
        assertEquals(18, tried.state());
        copy.look(tried);
        assertEquals("MID 0.0 1.0", tried.kind() + " " + tried.reward() + " " + tried.discount());
        assertEquals(36, life.step(DOWN));
    }

    @Test
    void configurationsOutsideTheirRangesAreRefused() {
        List<String> map = List.of("S.G");
        assertThrows(IllegalArgumentException.class, () -> new GridWorld.Config(map, 1.5, 0, 1, 10));
        assertThrows(IllegalArgumentException.class, () -> new GridWorld.Config(map, 0, -1, 1, 10));
        assertThrows(IllegalArgumentException.class, () -> new GridWorld.Config(map, 0, 0, Double.NaN, 10));
        Exception e = assertThrows(IllegalArgumentException.class, () -> new GridWorld.Config(map, 0, 0, 1, 0));
        assertEquals("maxSteps: 0, expected a whole number from 1", e.getMessage());
    }

    private static Life life(GridWorld.Config config) {
        return new Life(new GridWorld(), config);
    }
}
