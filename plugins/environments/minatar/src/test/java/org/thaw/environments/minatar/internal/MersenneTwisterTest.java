package org.thaw.environments.minatar.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.thaw.api.StateKind;

/** Expected numbers: numpy's RandomState of the same seed. */
class MersenneTwisterTest {
    @Test
    void wordsEqualThoseOfTheReference() {
        MersenneTwister zero = new MersenneTwister(0);
        for (long word : new long[] {2357136044L, 2546248239L, 3071714933L, 3626093760L}) {
            assertEquals(word, Integer.toUnsignedLong(zero.word()));
        }
        MersenneTwister one = new MersenneTwister(1);
        assertEquals(1791095845L, Integer.toUnsignedLong(one.word()));
        assertEquals(4282876139L, Integer.toUnsignedLong(one.word()));
    }

    @Test
    void theTenThousandthWordOfSeed5489IsThatOfTheCppStandard() {
        MersenneTwister random = new MersenneTwister(5489);
        for (int i = 1; i < 10_000; i++) {
            random.word();
        }
        assertEquals(4123659995L, Integer.toUnsignedLong(random.word()));
    }

    @Test
    void uniformAndWholeNumbersEqualThoseOfNumpy() {
        MersenneTwister random = new MersenneTwister(0);
        assertEquals(0.5488135039273248, random.uniform());
        assertEquals(0.7151893663724195, random.uniform());
        assertEquals(1, random.integer(2));
        assertEquals(3, random.integer(5));
        for (int expected : new int[] {4, 2, 4, 3, 5, 1, 1, 5}) {
            assertEquals(expected, random.integer(1, 6));
        }
    }

    @Test
    void aChoiceOfOneDrawsNoWord() {
        MersenneTwister random = new MersenneTwister(0);
        assertEquals(0, random.integer(1));
        assertEquals(2357136044L, Integer.toUnsignedLong(random.word()));
    }

    @Test
    void aRestoredTwisterGoesOnWithTheSameWords() {
        MersenneTwister random = new MersenneTwister(3);
        for (int i = 0; i < 1000; i++) {
            random.word();
        }
        TestState saved = TestState.of(random);
        assertEquals(StateKind.RANDOM, saved.kinds.get("words"));
        assertEquals(StateKind.RANDOM, saved.kinds.get("position"));
        MersenneTwister other = new MersenneTwister(4);
        other.restore(saved);
        for (int i = 0; i < 1000; i++) {
            assertEquals(random.word(), other.word());
        }
    }

    @Test
    void aPositionOutsideTheStateIsRefused() {
        TestState saved = TestState.of(new MersenneTwister(3)).with("position", 625);
        Exception e = assertThrows(IllegalArgumentException.class, () -> new MersenneTwister(0).restore(saved));
        assertEquals("position: 625, expected 0 to 624", e.getMessage());
    }
}
