package org.thaw.runtime.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.runtime.folder.RunSwap;

class JournalTest {
    private static RunSwap at(long step, boolean planned) {
        return new RunSwap("learner", step, "a", "b", true, false, planned, "b", "b", "1.0.0", "b".repeat(64), new JsonObject());
    }

    private static List<Long> steps(List<RunSwap> swaps) {
        return swaps.stream().map(RunSwap::step).toList();
    }

    @Test
    void aSwapThatIsYetToBeMadeAgainComesAfterOneThatIsNewWhereverTheRunIsTakenUp() {
        List<RunSwap> written = new ArrayList<>(List.of(at(4000, false)));
        Journal resumed = new Journal(written, 0, swaps -> {
            written.clear();
            written.addAll(swaps);
        });
        resumed.add(at(800, false));

        assertEquals(List.of(800L, 4000L), steps(written));
        assertEquals(1, resumed.made());
        Journal again = new Journal(written, resumed.made(), swaps -> {
        });
        assertTrue(again.takeDue("learner", 3999).isEmpty());
        assertEquals(4000, again.takeDue("learner", 4000).orElseThrow().step());
    }

    @Test
    void whatThePlanSwapsIsListedOnceAndNotMadeAgain() {
        Journal journal = new Journal(List.of(at(100, true)), 0, swaps -> {
        });
        journal.note(at(100, true));

        assertEquals(List.of(100L), steps(journal.swaps()));
        assertTrue(!journal.waits() && journal.made() == 0);
    }
}
