package org.thaw.runtime.internal.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where episodes begin takes next to nothing if they are of one length. */
class StartsTest {
    private final Starts starts = new Starts();

    /** Returns how many bytes it takes, after it was checked that it can be read. */
    private int bytes(List<Integer> places) {
        starts.clear();
        places.forEach(starts::add);
        int bytes = starts.finish();
        List<Integer> read = new ArrayList<>();
        Starts.read(starts.bytes(), 0, bytes, read::add);
        assertEquals(places, read);
        return bytes;
    }

    private static List<Integer> every(int length, int from) {
        return IntStream.iterate(from, i -> i < 1024, i -> i + length).boxed().toList();
    }

    @Test
    void noEpisodeTakesNothing() {
        assertEquals(0, bytes(List.of()));
    }

    @Test
    void episodesOfOneLengthTakeAFewBytesForAllOfThem() {
        assertEquals(4, bytes(every(21, 5)));
        assertEquals(3, bytes(every(1, 0))); // 1,024 repeats are a number of two bytes
        assertEquals(3, bytes(every(300, 299))); // the first is counted from the last step before the block, so these are gaps of 300, too
    }

    @Test
    void episodesOfManyLengthsCanBeRead() {
        bytes(IntStream.range(0, 1024).filter(i -> (i * 2654435761L >>> 7) % 3 == 0).boxed().toList());
        bytes(List.of(0, 1, 3, 4, 6, 1023));
        bytes(List.of(1023));
    }
}
