package org.thaw.environments.minatar.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.thaw.api.environment.Step;

/** Breakout's paddle, which starts in column 4, shows which action was carried out. */
class StickyActionsTest {
    private double drawn;
    private int draws;

    @Test
    void anActionIsReplacedExactlyIfTheNumberDrawnIsBelowTheProbability() {
        Life life = breakout(0.5);
        assertEquals(5, paddleAfter(life, 0.5, Game.RIGHT));
        assertEquals(6, paddleAfter(life, Math.nextDown(0.5), Game.LEFT));
        assertEquals(5, paddleAfter(life, 0.9, Game.LEFT));
    }

    @Test
    void theActionRepeatedIsTheOneCarriedOutAndNotTheOneChosen() {
        Life life = breakout(0.5);
        assertEquals(5, paddleAfter(life, 0.9, Game.RIGHT));
        assertEquals(6, paddleAfter(life, 0.1, Game.LEFT));
        assertEquals(7, paddleAfter(life, 0.1, Game.NOTHING));
    }

    @Test
    void theFirstActionRepeatedIsNothing() {
        assertEquals(4, paddleAfter(breakout(0.5), 0.1, Game.RIGHT));
    }

    @Test
    void withProbability0NothingIsReplacedButANumberIsDrawnAllTheSame() {
        Life life = breakout(0);
        draws = 0;
        assertEquals(5, paddleAfter(life, 0, Game.RIGHT));
        assertEquals(1, draws);
    }

    @Test
    void withProbability1NothingIsEverDone() {
        Life life = breakout(1);
        assertEquals(4, paddleAfter(life, Math.nextDown(1.0), Game.RIGHT));
        assertEquals(4, paddleAfter(life, 0, Game.LEFT));
    }

    @Test
    void theMemoryOutlivesAReset() {
        Life life = breakout(0.5);
        assertEquals(5, paddleAfter(life, 0.9, Game.RIGHT));
        life.reset();
        assertEquals(5, paddleAfter(life, 0.1, Game.LEFT));
    }

    @Test
    void theMemoryIsOfTheOriginalsActionsWhereOnlyMinimalOnesAreOffered() {
        Life life = new Life("breakout", new MinAtar.Config(0.5, true, true, MinAtar.Generator.THAW, 0), name -> stream());
        life.reset();
        assertEquals(3, life.world.signature().choices());
        assertEquals(5, paddleAfter(life, 0.9, 2));
        assertEquals(6, paddleAfter(life, 0.1, 1));
        assertEquals(5, paddleAfter(life, 0.9, 1));
    }

    @Test
    void anActAfterTheEndDrawsOneNumberAndChangesNothingButTheMemory() {
        Life life = breakout(0.5);
        while (!life.out.isLast()) {
            paddleAfter(life, 0.9, Game.LEFT);
        }
        String seen = new Digest().add(withoutReward(life)).end();
        draws = 0;
        paddleAfter(life, 0.9, Game.RIGHT);
        assertEquals(1, draws);
        assertEquals(Step.Kind.LAST, life.out.kind());
        assertEquals(0, life.out.reward());
        assertEquals(0, life.out.discount());
        assertEquals(seen, new Digest().add(life.out).end());
        life.reset();
        assertFalse(life.out.isLast());
        assertEquals(5, paddleAfter(life, 0.1, Game.LEFT), "the action after the end is remembered");
    }

    private static Step withoutReward(Life life) {
        assertTrue(life.out.isLast());
        life.out.hideReward();
        return life.out;
    }

    private Life breakout(double sticky) {
        Life life = new Life("breakout", new MinAtar.Config(sticky, true, false, MinAtar.Generator.THAW, 0), name -> stream());
        life.reset();
        return life;
    }

    private TestStream stream() {
        return new TestStream(0) {
            @Override
            public double nextDouble() {
                draws++;
                return drawn;
            }
        };
    }

    private int paddleAfter(Life life, double number, int choice) {
        drawn = number;
        life.step(choice);
        int paddle = 0;
        while (!life.lit(9, paddle, 0)) {
            paddle++;
        }
        return paddle;
    }
}
