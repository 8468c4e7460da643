package org.thaw.environments.minatar.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.tck.host.Allocation;

/** What holds of every game. */
class MinAtarTest {
    static Set<String> games() {
        return Games.FACTORIES.keySet();
    }

    @ParameterizedTest
    @CsvSource({"breakout,4,3", "asterix,4,5", "freeway,7,3", "seaquest,10,6", "space_invaders,6,4"})
    void signaturesFollowTheGameAndTheActionsOffered(String game, int channels, int minimal) {
        Space cells = Space.Real.of(0, 1, 10, 10, channels);
        assertEquals(new Signature(cells, new Space.Categorical(6)), life(game, false).world.signature());
        assertEquals(new Signature(cells, new Space.Categorical(minimal)), life(game, true).world.signature());
    }

    @ParameterizedTest
    @MethodSource("games")
    void aRestoredWorldLivesTheSameNextThousandSteps(String game) {
        Life life = life(game, true);
        life.reset();
        TestStream choices = new TestStream(5);
        wander(life, choices, 777);
        TestState saved = TestState.of(life.world);
        assertTrue(saved.sameAs(TestState.of(life.world)), "saving changes nothing");

        Life other = life(game, true);
        other.world.restore(saved);
        assertTrue(saved.sameAs(TestState.of(other.world)));
        ((TestStream) other.context.random("game")).continueLike((TestStream) life.context.random("game"));
        TestStream sameChoices = new TestStream(5);
        sameChoices.continueLike(choices);
        assertEquals(wander(life, choices, 1000), wander(other, sameChoices, 1000));
    }

    @ParameterizedTest
    @MethodSource("games")
    void theTwisterIsSavedAsRandomnessAndAllElseAsMemory(String game) {
        Life life = Life.mt19937(game, 1);
        TestState saved = TestState.of(life.world);
        Set<String> random = new TreeSet<>();
        saved.kinds.forEach((name, kind) -> {
            if (kind != StateKind.MEMORY) {
                assertEquals(StateKind.RANDOM, kind);
                random.add(name);
            }
        });
        assertEquals(Set.of("random/position", "random/words"), random);
    }

    @ParameterizedTest
    @MethodSource("games")
    void stepsAllocateNothing(String game) {
        Life life = Life.mt19937(game, 1);
        life.reset();
        Choices choices = new Choices(1);
        Allocation.free(5_000, () -> {
            for (int i = 0; i < 5_000; i++) {
                life.stepOn(choices.next());
            }
        });
    }

    @Test
    void configurationsOutsideTheirRangesAreRefused() {
        Exception sticky = assertThrows(IllegalArgumentException.class, () -> new MinAtar.Config(1.1, true, false, MinAtar.Generator.THAW, 0));
        assertEquals("stickyActions: 1.1, expected a probability from 0 to 1", sticky.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new MinAtar.Config(Double.NaN, true, false, MinAtar.Generator.THAW, 0));
        Exception seed = assertThrows(IllegalArgumentException.class, () -> new MinAtar.Config(0, true, false, MinAtar.Generator.MT19937, 1L << 32));
        assertEquals("seed: 4294967296, expected a whole number from 0 to 4294967295", seed.getMessage());
    }

    @Test
    void stateThatNoGameCouldHaveSavedIsRefused() {
        assertEquals("paddle: 10, expected 0 to 9", refusal("breakout", saved("breakout").with("paddle", 10)));
        assertEquals("last-action: 6, expected 0 to 5", refusal("breakout", saved("breakout").with("last-action", 6)));
        assertEquals("fish: [3, 12, 1, 0, 0], expected a row and a column from 0 to 9, a direction of -1 or 1 and two fuses from 0",
                refusal("seaquest", saved("seaquest").withSwarm("fish", 3, 12, 1, 0, 0)));
        assertEquals("fish: I32[1], expected I32[n, 5]", refusal("seaquest", saved("seaquest").with("fish", 3)));
        assertEquals("aliens: none, expected some in a game that has not ended",
                refusal("space_invaders", saved("space_invaders").with("aliens", new int[10])));
    }

    private static TestState saved(String game) {
        Life life = life(game, false);
        life.reset();
        return TestState.of(life.world);
    }

    private static String refusal(String game, TestState state) {
        return assertThrows(IllegalArgumentException.class, () -> life(game, false).world.restore(state)).getMessage();
    }

    private static Life life(String game, boolean minimalActions) {
        return new Life(game, new MinAtar.Config(0.1, true, minimalActions, MinAtar.Generator.THAW, 0), name -> new TestStream(name.hashCode()));
    }

    private static List<String> wander(Life life, TestStream choices, int steps) {
        return IntStream.range(0, steps).mapToObj(t -> {
            life.step(choices.nextInt(life.world.signature().choices()));
            String lived = life.out.kind() + " " + life.out.reward() + " " + new Digest().add(life.out).end();
            if (life.out.isLast()) {
                life.reset();
            }
            return lived;
        }).toList();
    }
}
