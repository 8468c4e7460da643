package org.thaw.environments.grids.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.Parameter;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.Step;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;

class GridWorldTest {
    private static final int UP = 0;
    private static final int RIGHT = 1;
    private static final int DOWN = 2;
    private static final int LEFT = 3;

    /** The default map, read off the annotation as a host does. */
    static List<String> dynaMap() {
        String json = GridWorld.Config.class.getRecordComponents()[0].getAnnotation(Parameter.class).byDefault();
        return List.of(json.substring(2, json.length() - 2).split("\",\""));
    }

    @Test
    void fourteenMovesLeadThroughTheDynaMaze() {
        Life life = new Life(new GridWorld.Config(dynaMap(), 0, 0, 1, 1000));
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
        Life life = new Life(new GridWorld.Config(List.of("S#", ".G"), 0, 0.25, 2, 10));
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
        Life life = new Life(new GridWorld.Config(List.of("S.G"), 0, 0, 1, 2));
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
        Life life = new Life(new GridWorld.Config(List.of("G..", ".S.", "..."), 1, 0, 1, 1000));
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
        Life life = new Life(new GridWorld.Config(List.of("G..", ".S.", "..."), 0.2, 0, 1, 1000));
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
        Life life = new Life(new GridWorld.Config(List.of("S.G"), 0, 0, 1, 10));
        long before = life.context.streams.get("slips").state;
        life.reset();
        life.step(RIGHT);
        assertEquals(before, life.context.streams.get("slips").state);
    }

    @Test
    void aRestoredWorldLivesTheSameNextHundredSteps() {
        GridWorld.Config config = new GridWorld.Config(dynaMap(), 0.3, 0.1, 1, 40);
        Life life = new Life(config);
        life.reset();
        TestStream choices = new TestStream(5);
        life.wander(choices, 57);
        TestState saved = life.save();
        assertEquals(saved.records, life.save().records);

        Life other = new Life(config);
        other.world.restore(saved);
        other.out.copyFrom(life.out);
        other.context.copyStreams(life.context);
        TestStream sameChoices = new TestStream(0);
        sameChoices.state = choices.state;
        List<String> lived = life.wander(choices, 100);
        assertEquals(lived, other.wander(sameChoices, 100));
        assertTrue(lived.stream().anyMatch(s -> s.contains("LAST")), "an episode ends on the way");
    }

    @Test
    void stateOfAnotherMazeIsRefused() {
        TestState saved = new TestState();
        saved.records.put("state", new GridWorld.State(3, 0));
        Life life = new Life(new GridWorld.Config(List.of("S.G"), 0, 0, 1, 10));
        Exception e = assertThrows(IllegalArgumentException.class, () -> life.world.restore(saved));
        assertEquals("state: State[cell=3, moves=0], expected a free cell from 0 to 2 and moves from 0", e.getMessage());
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

    /** A world with the buffers of a host. */
    private static final class Life {
        final TestContext context = new TestContext();
        final World world;
        final StepBuffer out;
        final Action action;

        Life(GridWorld.Config config) {
            world = new GridWorld.Factory().create(config, context);
            out = new StepBuffer(world.signature());
            action = new Action(world.signature());
        }

        int reset() {
            world.reset(out);
            return out.state();
        }

        int step(int move) {
            action.set(move);
            world.step(action, out);
            return out.state();
        }

        String outcome() {
            return out.kind() + " " + out.reward() + " " + out.discount();
        }

        List<String> wander(TestStream choices, int steps) {
            List<String> lived = new ArrayList<>();
            for (int i = 0; i < steps; i++) {
                if (out.kind() == Step.Kind.LAST) {
                    lived.add("reset " + reset());
                } else {
                    lived.add(step(choices.nextInt(4)) + " " + outcome());
                }
            }
            return lived;
        }

        TestState save() {
            TestState saved = new TestState();
            world.save(saved);
            return saved;
        }
    }
}
