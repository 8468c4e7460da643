package org.thaw.environments.minatar.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Games get harder exactly if their configuration says so. The rules of how are in {@link RareRulesTest}. */
class RampingTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void asterixSpawnsMoreOftenAsTimeGoesBy(boolean ramping) {
        Life life = life("asterix", ramping);
        for (int step = 0; step < 102; step++) {
            life.step(Game.NOTHING);
        }
        assertEquals(ramping ? 9 : 10, TestState.of(life.world).number("spawn-interval"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void seaquestsEnemiesComeMoreOftenAfterSurfacing(boolean ramping) {
        Life life = life("seaquest", ramping);
        life.world.restore(TestState.of(life.world).with("row", 1).with("surfaced", 0).with("aboard", 1));
        life.step(Game.UP);
        assertEquals(ramping ? 19 : 20, TestState.of(life.world).number("enemy-interval"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theNextWaveOfInvadersIsFaster(boolean ramping) {
        Life life = life("space_invaders", ramping);
        life.world.restore(TestState.of(life.world).with("aliens", 0, 0, 0, 1 << 4, 0, 0, 0, 0, 0, 0)
                .with("friendly-bullets", 0, 0, 0, 0, 1 << 4, 0, 0, 0, 0, 0));
        life.step(Game.NOTHING);
        assertEquals(1, life.out.reward());
        assertEquals(ramping ? 11 : 12, TestState.of(life.world).number("wave-interval"));
    }

    /** Things come from the left, and are gold or submarines. */
    private static Life life(String game, boolean ramping) {
        Life life = new Life(game, new MinAtar.Config(0, ramping, false, MinAtar.Generator.THAW, 0), name -> TestStream.constant(0.2));
        life.reset();
        return life;
    }
}
