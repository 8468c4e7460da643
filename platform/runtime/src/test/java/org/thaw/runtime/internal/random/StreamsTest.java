package org.thaw.runtime.internal.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.thaw.api.RandomStream;

class StreamsTest {
    private static long[] next(RandomStream stream, int n) {
        return LongStream.generate(stream::nextLong).limit(n).toArray();
    }

    @Test
    void aNameAlwaysMeansTheSameStream() {
        Streams streams = new Streams(5, "learner");
        assertSame(streams.get("init"), streams.get("init"));
    }

    @Test
    void oneStreamDoesNotNoticeHowMuchAnotherIsUsed() {
        Streams quiet = new Streams(5, "learner");
        Streams busy = new Streams(5, "learner");
        next(busy.get("other"), 1000);

        assertArrayEquals(next(quiet.get("init"), 100), next(busy.get("init"), 100));
    }

    @Test
    void seedRootNameAndKeyAllMatter() {
        long one = new Streams(5, "learner").get("init").nextLong();
        assertNotEquals(one, new Streams(6, "learner").get("init").nextLong());
        assertNotEquals(one, new Streams(5, "teacher").get("init").nextLong());
        assertNotEquals(one, new Streams(5, "learner").get("noise").nextLong());
        assertNotEquals(new Streams(5, "learner").get("init", 1).nextLong(), new Streams(5, "learner").get("init", 2).nextLong());
        assertEquals(new Streams(5, "learner/evaluation").get("x").nextLong(), new Streams(new Streams(5, "learner"), "evaluation").get("x").nextLong());
    }

    @Test
    void theFirstLifetimeHasTheStreamsOfTheRoleAndEachOtherItsOwn() {
        assertEquals(new Streams(5, "cave").get("slips").nextLong(), Streams.of(5, "cave", 0).get("slips").nextLong());
        assertEquals(new Streams(5, "cave").get("goal", 2).nextLong(), Streams.of(5, "cave", 0).get("goal", 2).nextLong());
        assertEquals(Streams.of(5, "cave", 3).get("goal", 2).nextLong(), Streams.of(5, "cave", 3).get("goal", 2).nextLong());
        assertNotEquals(Streams.of(5, "cave", 0).get("goal", 2).nextLong(), Streams.of(5, "cave", 1).get("goal", 2).nextLong());
        assertNotEquals(Streams.of(5, "cave", 1).get("slips").nextLong(), Streams.of(5, "cave", 2).get("slips").nextLong());
    }

    @Test
    void aKeyedStreamStartsAnewEachTime() {
        Streams streams = new Streams(5, "learner");
        long[] first = next(streams.get("fit", 3), 10);
        assertArrayEquals(first, next(streams.get("fit", 3), 10));
        assertTrue(streams.save().isEmpty(), "there is nothing to save");
    }

    @Test
    void streamsBelowDrawTheSameOfAKey() {
        Streams streams = new Streams(5, "world");
        Streams below = new Streams(streams, "evaluation/7");
        assertEquals(streams.get("order", 3).nextLong(), below.get("order", 3).nextLong());
        assertEquals(streams.get("order", 3).nextLong(), new Streams(below).get("order", 3).nextLong());
        assertNotEquals(streams.get("order").nextLong(), below.get("order").nextLong());
    }

    @Test
    void divertedStreamsDependOnTheKeyAloneAndAreUndoneByRestore() {
        Streams streams = new Streams(3, "learner");
        Streams twin = new Streams(3, "learner");
        next(streams.get("a"), 10);
        Map<String, byte[]> saved = streams.save();
        long[] undisturbed = next(new Streams(3, "learner").get("a"), 60);

        streams.divert("evaluation/1");
        twin.divert("evaluation/1");
        long[] first = next(streams.get("a"), 50);
        assertArrayEquals(first, next(twin.get("a"), 50));
        streams.divert("evaluation/2");
        assertFalse(Arrays.equals(first, next(streams.get("a"), 50)));
        next(streams.get("b"), 5);

        streams.restore(saved);
        assertArrayEquals(Arrays.copyOfRange(undisturbed, 10, 60), next(streams.get("a"), 50));
        assertArrayEquals(next(new Streams(3, "learner").get("b"), 50), next(streams.get("b"), 50));
    }

    @Test
    void restoredStreamsGoOnBitForBit() {
        Streams streams = new Streams(5, "learner");
        streams.get("a").nextGaussian();
        streams.get("b").nextFloat();
        Map<String, byte[]> saved = streams.save();
        long[] a = next(streams.get("a"), 50);
        long[] late = next(streams.get("late"), 50);

        streams.restore(saved);
        Streams copy = new Streams(streams);
        copy.restore(saved);

        assertArrayEquals(a, next(streams.get("a"), 50));
        assertArrayEquals(a, next(copy.get("a"), 50));
        assertArrayEquals(late, next(streams.get("late"), 50), "a stream that was not in use then starts anew");
        assertArrayEquals(next(streams.get("b"), 50), next(copy.get("b"), 50));
    }

    /** The first computed by hand, from SHA-256 and the definition of xoroshiro128++; the others recorded: they are in people's results, and must stay. */
    @Test
    void theFirstNumbersAreWhatTheyAlwaysWere() {
        RandomStream stream = new Streams(42, "learner").get("golden");
        assertEquals(-1998149637438195376L, stream.nextLong());
        assertEquals(351, stream.nextInt(1000));
        assertEquals(0.6948180480661021, stream.nextDouble());
        assertEquals(0.15226829f, stream.nextFloat());
        assertEquals(0.8937380973459396, stream.nextGaussian());
        assertArrayEquals(new int[] {0}, stream.permutation(1));
    }

    @Test
    void gaussiansHaveTheMomentsOfAStandardNormal() {
        RandomStream stream = new Streams(1, "test").get("gauss");
        int n = 200_000;
        double[] moments = new double[5];
        for (int i = 0; i < n; i++) {
            double x = stream.nextGaussian();
            for (int power = 1; power <= 4; power++) {
                moments[power] += Math.pow(x, power) / n;
            }
        }
        // six standard errors: those of x, x², x³, x⁴ have variances 1, 2, 15, 96
        double root = Math.sqrt(n);
        assertEquals(0, moments[1], 6 / root);
        assertEquals(1, moments[2], 6 * Math.sqrt(2) / root);
        assertEquals(0, moments[3], 6 * Math.sqrt(15) / root);
        assertEquals(3, moments[4], 6 * Math.sqrt(96) / root);
    }

    @Test
    void uniformNumbersStayWithinTheirBounds() {
        RandomStream stream = new Streams(1, "test").get("uniform");
        int[] counts = new int[6];
        for (int i = 0; i < 60_000; i++) {
            counts[stream.nextInt(6)]++;
            double d = stream.nextDouble();
            float f = stream.nextFloat();
            assertTrue(d >= 0 && d < 1 && f >= 0 && f < 1);
        }
        for (int count : counts) {
            assertEquals(10_000, count, 6 * Math.sqrt(60_000 * 5.0 / 36));
        }
        assertThrows(IllegalArgumentException.class, () -> stream.nextInt(0));
    }

    @Test
    void anotherPartOfALifeDrawsOtherNumbersAndIsFoundAgain() {
        Streams streams = new Streams(7, "learner");
        double first = streams.get("acting").nextDouble();
        streams.begin("lifetime/3");
        double third = streams.get("acting").nextDouble();
        double later = streams.get("later").nextDouble();
        Map<String, byte[]> positions = streams.save();
        double next = streams.get("acting").nextDouble();

        Streams resumed = new Streams(7, "learner");
        resumed.begin("lifetime/3");
        resumed.restore(positions);
        assertNotEquals(first, third);
        assertEquals(next, resumed.get("acting").nextDouble());
        streams.begin("");
        assertEquals(first, streams.get("acting").nextDouble());
        streams.begin("lifetime/3");
        assertEquals(later, streams.get("later").nextDouble());
    }
}
