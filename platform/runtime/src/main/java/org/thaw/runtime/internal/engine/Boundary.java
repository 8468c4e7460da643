package org.thaw.runtime.internal.engine;

import java.util.function.Supplier;
import org.thaw.api.protocol.Phase;
import org.thaw.runtime.internal.checkpoint.RunState.Midway;
import org.thaw.runtime.internal.fault.StoppedException;

/** The place between two steps, where nothing is half done: here a run is saved, stopped, paused, and its learner swapped. */
final class Boundary {
    private final Requests requests;
    private final Progress progress;
    private final Checkpointing checkpointing;
    private final Swapping swapping;
    private final Journal journal;

    Boundary(Requests requests, Progress progress, Checkpointing checkpointing, Swapping swapping, Journal journal) {
        this.requests = requests;
        this.progress = progress;
        this.checkpointing = checkpointing;
        this.swapping = swapping;
        this.journal = journal;
    }

    /**
     * Between two steps of a learning phase, with nothing waiting to be learned. Returns whether the player has another learner since.
     *
     * @param midway where the phase stands
     */
    boolean between(Player player, Phase.Learn phase, Supplier<Midway> midway) {
        return (requests.any() || journal.waits()) && attend(player, phase, midway);
    }

    private boolean attend(Player player, Phase.Learn phase, Supplier<Midway> midway) {
        boolean swapped = swapping.makeDue(player, phase.cue());
        saveIfWanted(midway);
        while (requests.paused() && !requests.stopped()) {
            rest();
            swapped |= swapping.makeDue(player, phase.cue());
        }
        stopIfWanted();
        requests.settled();
        return swapped;
    }

    /** Before what may last long and cannot be taken up in its middle. */
    void beforeLongCall(Supplier<Midway> midway) {
        checkpointing.writeIfOld(midway);
    }

    /** Between two phases, or before one that is done again. */
    void betweenPhases() {
        checkpointing.writeIfOld(Midway::before);
        if (requests.any()) {
            saveIfWanted(Midway::before);
            while (requests.paused() && !requests.stopped()) {
                rest(); // swaps are made where the role learns
            }
            stopIfWanted();
            requests.settled();
        }
    }

    private void saveIfWanted(Supplier<Midway> midway) {
        if (requests.takeDue() | requests.stopped() | requests.paused()) {
            checkpointing.write(midway.get());
        }
    }

    private void rest() {
        progress.waiting(true);
        requests.await();
        progress.waiting(false);
    }

    private void stopIfWanted() {
        if (requests.stopped()) {
            throw new StoppedException();
        }
    }
}
