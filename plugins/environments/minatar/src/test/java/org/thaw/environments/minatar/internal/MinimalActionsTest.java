package org.thaw.environments.minatar.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Offered fewer actions, one plays the same game: the numbers that stand for the original's actions are those of the rules. */
class MinimalActionsTest {
    @ParameterizedTest
    @CsvSource({"breakout,013", "asterix,01234", "freeway,024", "seaquest,012345", "space_invaders,0135"})
    void theMinimalActionsDoWhatTheFullOnesDo(String game, String originals) {
        Life minimal = life(game, true);
        Life full = life(game, false);
        assertEquals(originals.length(), minimal.world.signature().choices());
        minimal.reset();
        full.reset();
        TestStream choices = new TestStream(2);
        for (int step = 0; step < 2000; step++) {
            int choice = choices.nextInt(originals.length());
            minimal.step(choice);
            full.step(originals.charAt(choice) - '0');
            assertEquals(new Digest().add(full.out).end(), new Digest().add(minimal.out).end(), "step " + step);
            if (full.out.isLast()) {
                minimal.reset();
                full.reset();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"breakout,245", "asterix,5", "freeway,135", "space_invaders,24"})
    void theOtherActionsDoNothing(String game, String others) {
        Life idle = life(game, false);
        Life busy = life(game, false);
        idle.reset();
        busy.reset();
        for (int step = 0; step < 500; step++) {
            idle.stepOn(Game.NOTHING);
            busy.stepOn(others.charAt(step % others.length()) - '0');
            assertEquals(new Digest().add(idle.out).end(), new Digest().add(busy.out).end(), "step " + step);
        }
    }

    private static Life life(String game, boolean minimal) {
        return new Life(game, new MinAtar.Config(0.1, true, minimal, MinAtar.Generator.MT19937, 5), name -> {
            throw new AssertionError("no stream of the host is needed");
        });
    }
}
