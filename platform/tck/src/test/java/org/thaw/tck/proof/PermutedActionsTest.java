package org.thaw.tck.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thaw.api.Cue;
import org.thaw.api.Signature;
import org.thaw.api.Spec;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.Environment;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;
import org.thaw.api.learner.Actor;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.Life;
import org.thaw.tck.host.MemoryState;

class PermutedActionsTest {
    /** Nothing to live in. */
    private static final class Void implements Environment {
        @Override
        public Signature signature() {
            return TicTacToe.SIGNATURE;
        }
    }

    private static final HostContext.Plugins PLUGINS = new HostContext.Plugins(Map.of(), Map.of(
            "arms", (spec, context) -> new Arms(context),
            "void", (spec, context) -> new Void(),
            "permuted-actions", (spec, context) -> new PermutedActions.Factory().create(new PermutedActions.Config((Spec) spec.with().get("world")), context)));

    @Test
    void renamesActionsAndTheirLegality() {
        PermutedActions world = new PermutedActions(new TicTacToe(), 8, 7, 6, 5, 4, 3, 2, 1, 0);
        StepBuffer step = new StepBuffer(world.signature());
        world.reset(step);
        Action corner = new Action(world.signature());
        corner.set(0);
        world.step(corner, step);
        assertArrayEquals(new float[] {0, 0, 0, 0, 0, 0, 0, 0, 1}, step.observation().floats());
        assertArrayEquals(new boolean[] {false, true, true, true, true, true, true, true, true}, step.legal());
        assertEquals(1, step.player());
    }

    @Test
    void wrappersNestBySpec() {
        Spec twice = new Spec("permuted-actions", Map.of("world", new Spec("permuted-actions", Map.of("world", Spec.of("arms")))));
        World world = new HostContext(4, PLUGINS).environment("world", twice, World.class);
        StepBuffer step = new StepBuffer(world.signature());
        world.reset(step);
        assertTrue(step.isFirst());
    }

    @Test
    void whatIsNoWorldIsRefusedWithItsPathAndName() {
        PermutedActions.Config config = new PermutedActions.Config(Spec.of("void"));
        HostContext context = new HostContext(4, PLUGINS);
        Exception refused = assertThrows(IllegalArgumentException.class, () -> new PermutedActions.Factory().create(config, context));
        assertEquals("world: void is no World but a Void", refused.getMessage());
    }

    @Test
    void goesOnIdenticallyAfterRestoring() {
        HostContext[] contexts = {new HostContext(4, PLUGINS), new HostContext(4, PLUGINS)};
        Life[] lives = new Life[2];
        for (int i = 0; i < 2; i++) {
            World world = new PermutedActions.Factory().create(new PermutedActions.Config(Spec.of("arms")), contexts[i]);
            Greedy agent = new Greedy(world.signature(), contexts[i]);
            lives[i] = new Life(agent, agent.policy(Actor.Mode.EXPLORE, Cue.none()), List.of(world), true);
        }
        lives[0].live(57);
        lives[1].takeOver(lives[0]);
        MemoryState.of(contexts[0]).into(contexts[1]);
        int lived = lives[0].recording().get(0).size();
        lives[0].live(100);
        lives[1].live(100);
        assertEquals(lives[0].recording().get(0).subList(lived, lives[0].recording().get(0).size()).toString(), lives[1].recording().get(0).toString());
        assertTrue(MemoryState.of(lives[0]).sameAs(MemoryState.of(lives[1])));
    }
}
