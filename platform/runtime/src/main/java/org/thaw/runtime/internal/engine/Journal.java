package org.thaw.runtime.internal.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.thaw.runtime.folder.RunSwap;

/**
 * The swaps of a run, written into its manifest before anybody hears of them. A run that is taken up again at a checkpoint makes those again, at the same step,
 * that came after it.
 */
final class Journal {
    private final List<RunSwap> swaps;
    private final Deque<RunSwap> toRepeat = new ArrayDeque<>();
    private final Consumer<List<RunSwap>> written;

    /**
     * A journal.
     *
     * @param before  what the manifest lists from before
     * @param made    how many of those that people wanted the checkpoint holds
     * @param written writes the manifest
     */
    Journal(List<RunSwap> before, int made, Consumer<List<RunSwap>> written) {
        this.swaps = new ArrayList<>(before);
        this.written = written;
        before.stream().filter(swap -> !swap.planned()).skip(made).forEach(toRepeat::add);
    }

    /** All of them, in the order in which they were made. */
    List<RunSwap> swaps() {
        return List.copyOf(swaps);
    }

    /** How many were made so far that people wanted. */
    int made() {
        return (int) swaps.stream().filter(swap -> !swap.planned()).count() - toRepeat.size();
    }

    /** Whether there are swaps to be made again. */
    boolean waits() {
        return !toRepeat.isEmpty();
    }

    /** One that must be made again now. */
    Optional<RunSwap> takeDue(String role, long step) {
        for (Iterator<RunSwap> all = toRepeat.iterator(); all.hasNext(); ) {
            RunSwap swap = all.next();
            if (swap.role().equals(role) && swap.step() <= step) {
                all.remove();
                return Optional.of(swap);
            }
        }
        return Optional.empty();
    }

    /** One that somebody wanted. */
    void add(RunSwap swap) {
        // those to be made again come after it, wherever the run is taken up next
        int at = toRepeat.isEmpty() ? swaps.size() : swaps.indexOf(toRepeat.peek());
        swaps.add(at, swap);
        written.accept(swaps());
    }

    /** One of the plan, which a resumed run may come by twice. */
    void note(RunSwap swap) {
        if (!swaps.contains(swap)) {
            swaps.add(swap);
            written.accept(swaps());
        }
    }
}
