package org.thaw.runtime.internal.engine;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.thaw.runtime.internal.checkpoint.RunState.Midway;
import org.thaw.runtime.internal.fault.StoppedException;

/** The place between two steps, where nothing is half done: here a run is saved, stopped, paused, and its learner swapped. */
final class Boundary {
    private final Requests requests;
    private final Progress progress;
    private final Checkpointing checkpointing;
    private final Swapping swapping;
    private final Journal journal;
    private final Filming filming;

    Boundary(Requests requests, Progress progress, Checkpointing checkpointing, Swapping swapping, Journal journal, Filming filming) {
        this.requests = requests;
        this.progress = progress;
        this.checkpointing = checkpointing;
        this.swapping = swapping;
        this.journal = journal;
        this.filming = filming;
    }

    /**
     * Between two steps of a learning phase, with nothing waiting to be learned. Returns whether the player has another learner since.
     *
     * @param midway where the phase stands
     */
    boolean between(Player player, Supplier<Midway> midway) {
        return between(player, midway, Filming.Place.NOWHERE);
    }

    /** The same between two updates of a student that studies; no twin can be made here. */
    boolean betweenUpdates(Player player, Supplier<Midway> midway) {
        return between(player, midway, Filming.Place.NOWHERE, true);
    }

    /**
     * The same in a life.
     *
     * @param place what those who want to watch could see
     */
    boolean between(Player player, Supplier<Midway> midway, Filming.Place place) {
        return between(player, midway, place, false);
    }

    private boolean between(Player player, Supplier<Midway> midway, Filming.Place place, boolean studies) {
        if (!requests.any() && !journal.waits()) {
            return false;
        }
        player.stopwatch().stop(); // none of this is a cost of learning
        boolean swapped = attend(() -> {
            filming.attend(player, place);
            return swapping.makeDue(player, studies);
        }, midway);
        player.stopwatch().start();
        return swapped;
    }

    /** Where what has just happened could not be found again by a player's step. */
    void save(Player player, Supplier<Midway> midway) {
        player.stopwatch().stop();
        checkpointing.write(midway.get());
        player.stopwatch().start();
    }

    /** Before what may last long and cannot be taken up in its middle. */
    void beforeLongCall(Player player, Supplier<Midway> midway) {
        player.stopwatch().stop();
        checkpointing.writeIfOld(midway);
        player.stopwatch().start();
    }

    /** Between two phases, or before one that is done again. Swaps are made where their role learns. */
    void betweenPhases() {
        checkpointing.writeIfOld(Midway::before);
        if (requests.any()) {
            attend(() -> false, Midway::before);
        }
    }

    /** Looks at all wishes, and again at those that come meanwhile. Whoever is paused or stopped is saved first. */
    private boolean attend(BooleanSupplier others, Supplier<Midway> midway) {
        boolean swapped = false;
        long seen;
        do {
            seen = requests.wishes();
            swapped |= others.getAsBoolean();
            boolean stop = requests.stopped();
            boolean pause = requests.paused();
            if (requests.takeDue() | stop | pause) {
                checkpointing.write(midway.get());
            }
            if (stop) {
                throw new StoppedException();
            }
            if (pause) {
                rest(seen);
            }
        } while (requests.wishes() != seen);
        requests.settled();
        return swapped;
    }

    private void rest(long seen) {
        progress.waiting(true);
        requests.await(seen);
        progress.waiting(false);
    }
}
