package org.thaw.environments.gymnasium.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.thaw.api.environment.Step;
import org.thaw.tck.host.MemoryState;

/** The real Gymnasium and its Atari games. */
@Tag("gymnasium")
class RealGymnasiumTest {
    private static final int SECONDS = 120;
    private static String python = "";

    @BeforeAll
    static void install() throws Exception {
        python = RealPython.installed();
    }

    private static Walker cartPole(long seed) {
        return new Walker(Interpreter.plain(python, "CartPole-v1", SECONDS), seed);
    }

    private static Walker breakout(long seed) {
        return new Walker(new Gymnasium.Config("ALE/Breakout-v5", python, List.of("repeat_action_probability=0.25"), SECONDS, true, 84, 4, 30, true), seed);
    }

    /** As by hand in the test of this project's own cart-pole: from near rest a push gives x' = 0.02 · 400/41 and θ' = −0.02 · 600/41, within what the start differs. */
    @Test
    void aCartIsPushedToTheRightAndItsPoleFalls() {
        try (Walker cart = cartPole(1)) {
            assertEquals("Signature[input=Real[type=F32, shape=[4], low=-Infinity, high=Infinity], output=Categorical[count=2], lanes=1]", cart.world.signature().toString());
            cart.world.reset(cart.now);
            float[] start = cart.now.observation().floats().clone();
            cart.act(1);
            float[] next = cart.now.observation().floats().clone();
            assertEquals(start[0] + 0.02f * start[1], next[0], 1e-6);
            assertEquals(0.02 * 400 / 41, next[1] - start[1], 0.005);
            assertEquals(-0.02 * 600 / 41, next[3] - start[3], 0.03);
            int steps = 1;
            for (; cart.now.kind() == Step.Kind.MID; steps++) {
                assertEquals(1, cart.now.reward());
                cart.act(1);
            }
            assertEquals("LAST 1.0 0.0", cart.now.kind() + " " + cart.now.reward() + " " + cart.now.discount());
            assertTrue(steps >= 7 && steps <= 12, "fell after " + steps);
        }
    }

    @Test
    void aRestoredCartMovesOnAsTheSavedOne() {
        assertRestored(cartPole(1), cartPole(2), 70);
    }

    @Test
    void aRestoredGameGoesOnAsTheSavedOne() {
        assertRestored(breakout(1), breakout(2), 90);
    }

    private static void assertRestored(Walker original, Walker restored, int steps) {
        try (original; restored) {
            original.live(steps);
            MemoryState.of(original.world).into(restored.world);
            restored.follow(original);
            assertEquals(original.live(60), restored.live(60));
        }
    }

    /** The wall of bricks reaches from row 57 to row 93 of 210, row 140 is empty; scaled by 84 / 210. */
    @Test
    void breakoutIsAPictureOfBytesAndHasFourActions() {
        try (Walker game = breakout(1)) {
            assertEquals("Signature[input=Real[type=U8, shape=[84, 84, 1], low=0.0, high=255.0], output=Categorical[count=4], lanes=1]", game.world.signature().toString());
            game.live(20);
            byte[] picture = game.now.observation().bytes();
            for (int column = 10; column < 74; column++) {
                assertTrue((picture[30 * 84 + column] & 0xff) > 60, "a brick at column " + column);
                assertEquals(0, picture[45 * 84 + column], "nothing below the bricks at column " + column);
            }
        }
    }

    @Test
    void whatGymnasiumRefusesIsPassedOn() {
        assertRefused(Interpreter.plain(python, "CartPol-v1", SECONDS), "cannot make 'CartPol-v1'", "Did you mean: `CartPole`?");
        assertRefused(Interpreter.plain(python, "Blackjack-v1", SECONDS), "Blackjack-v1: its observations are Tuple(", "expected a Box of numbers or Discrete");
        assertRefused(new Gymnasium.Config("CartPole-v1", python, List.of("mass=3"), SECONDS, false, 84, 4, 0, false), "unexpected keyword argument 'mass'");
        assertRefused(new Gymnasium.Config("CartPole-v1", python, List.of(), SECONDS, true, 84, 4, 0, false), "is no game of the Arcade Learning Environment", "ALE/Breakout-v5");
    }

    private static void assertRefused(Gymnasium.Config config, String... parts) {
        String message = assertThrows(IllegalArgumentException.class, () -> new Walker(config, 1)).getMessage();
        for (String part : parts) {
            assertTrue(message.contains(part), () -> "\"" + part + "\" is not in: " + message);
        }
    }
}
