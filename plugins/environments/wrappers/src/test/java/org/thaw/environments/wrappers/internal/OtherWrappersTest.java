package org.thaw.environments.wrappers.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thaw.api.Spec;
import org.thaw.api.environment.Drawable;
import org.thaw.api.environment.World;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostContext.Plugins;
import org.thaw.tck.host.WorldAllocation;

/** Rewards, limits, bridges, and what all wrappers share. */
class OtherWrappersTest {
    private static ChangedReward.Config rule(double scale, double shift, boolean sign, ChangedReward.Dropped dropped) {
        return new ChangedReward.Config(Spec.of("image"), scale, shift, sign, dropped);
    }

    @Test
    void rewardsAreScaledAndShifted() {
        Life life = new Life(new ChangedReward().create(rule(-3, 0.5, false, ChangedReward.Dropped.NONE), Toys.host(1))).reset();
        assertEquals("FIRST 0.0 1.0 player 0", life.outcome());
        assertEquals("MID -2.5 1.0 player 1", life.step(2).outcome());
        assertEquals("MID 3.5 1.0 player 0", life.step(0).outcome());
        life.step(1).step(0).step(1).step(0);
        assertEquals("LAST 0.5 0.0 player 1", life.step(1).outcome());
    }

    @Test
    void theSignIsTakenAndGainsOrLossesDroppedBeforeScaling() {
        assertEquals(10, rule(10, 0, true, ChangedReward.Dropped.NONE).rule(0.25));
        assertEquals(-10, rule(10, 0, true, ChangedReward.Dropped.NONE).rule(-7));
        assertEquals(1, rule(-1, 1, false, ChangedReward.Dropped.GAINS).rule(4));
        assertEquals(5, rule(-1, 1, false, ChangedReward.Dropped.GAINS).rule(-4));
        assertEquals(0, rule(2, 0, false, ChangedReward.Dropped.LOSSES).rule(-4));
        assertEquals(8, rule(2, 0, false, ChangedReward.Dropped.LOSSES).rule(4));
        assertEquals(0.0, rule(-1, 0, false, ChangedReward.Dropped.NONE).rule(0), "0, not −0");
    }

    @Test
    void aLimitCutsOffButDoesNotHideATermination() {
        Life life = new Life(new TimeLimit.Limited(new Inner("toy", Toy.image(Toys.host(1))), 2)).reset();
        assertEquals("MID 0.0 1.0 player 1", life.step(1).outcome());
        assertEquals("LAST 1.0 1.0 player 0", life.step(2).outcome());
        assertEquals("MID 0.0 1.0 player 1", life.reset().step(1).outcome());
        Life atTheEnd = new Life(new TimeLimit.Limited(new Inner("toy", Toy.image(Toys.host(1))), 7)).reset();
        for (int i = 0; i < 7; i++) {
            atTheEnd.step(i % 2);
        }
        assertEquals("LAST -1.0 0.0 player 1", atTheEnd.outcome());
    }

    @Test
    void aNumberedStateIsMarkedInAnyShape() {
        World world = new OneHot().create(new OneHot.Config(Spec.of("numbered"), List.of(3, 4, 1)), Toys.host(1));
        assertEquals(List.of(3, 4, 1), world.signature().input().shape());
        float[] seen = new Life(world).reset().seen();
        assertTrue(seen[0] + seen[1] == 1);
        Exception refused = assertThrows(IllegalArgumentException.class,
                () -> new OneHot().create(new OneHot.Config(Spec.of("numbered"), List.of(3, 3)), Toys.host(1)));
        assertEquals("shape: [3, 3] has 9 elements, expected 12, one for each state", refused.getMessage());
    }

    @Test
    void flatObservationsAreTheSameInARow() {
        World world = new FlatObservations().create(new FlatObservations.Config(Spec.of("image")), Toys.host(1));
        assertEquals(List.of(12), world.signature().input().shape());
        assertArrayEquals(new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, new Life(world).reset().seen());
    }

    @Test
    void aWrapperCanBeDrawnIfAndOnlyIfItsInnerWorldCan() {
        World seen = Toys.make(Toys.host(1), Toys.around("permuted-actions", Toys.around("permuted-observations", Spec.of("seen"))));
        assertEquals('T', assertInstanceOf(Drawable.class, seen).draw().symbol(0, 0));
        assertFalse(Toys.make(Toys.host(1), Toys.around("permuted-actions", Spec.of("numbered"))) instanceof Drawable);
    }

    @Test
    void closingAWrapperClosesTheInnerWorld() {
        List<Toy> made = new ArrayList<>();
        HostContext host = new HostContext(1, new Plugins(Map.of(), Map.of("toy", (spec, context) -> {
            made.add(Toy.numbered(context));
            return made.get(made.size() - 1);
        })));
        World world = new TimeLimit().create(new TimeLimit.Config(Spec.of("toy"), 3), host);
        assertFalse(made.get(0).closed);
        world.close();
        assertTrue(made.get(0).closed);
    }

    @Test
    void aRefusedWorldIsClosed() {
        List<Toy> made = new ArrayList<>();
        HostContext host = new HostContext(1, new Plugins(Map.of(), Map.of("toy", (spec, context) -> {
            made.add(Toy.numbered(context));
            return made.get(0);
        })));
        assertThrows(IllegalArgumentException.class, () -> new FrameStack().create(new FrameStack.Config(Spec.of("toy"), 2, FrameStack.Before.FIRST), host));
        assertTrue(made.get(0).closed);
    }

    @Test
    void nothingIsAllocatedPerStep() {
        Spec image = Spec.of("image");
        Spec numbered = Spec.of("numbered");
        WorldAllocation.none(new PermutedActions().create(new PermutedActions.Config(image, List.of(), 0), Toys.host(1)));
        WorldAllocation.none(new PermutedObservations().create(new PermutedObservations.Config(image, List.of(), 0), Toys.host(1)));
        WorldAllocation.none(new PermutedObservations().create(new PermutedObservations.Config(numbered, List.of(), 0), Toys.host(1)));
        WorldAllocation.none(new ChangedReward().create(rule(2, 1, true, ChangedReward.Dropped.LOSSES), Toys.host(1)));
        WorldAllocation.none(new FrameStack().create(new FrameStack.Config(image, 4, FrameStack.Before.FIRST), Toys.host(1)));
        WorldAllocation.none(new TimeLimit().create(new TimeLimit.Config(Spec.of("seen"), 3), Toys.host(1)));
        WorldAllocation.none(new OneHot().create(new OneHot.Config(numbered, List.of()), Toys.host(1)));
    }
}
