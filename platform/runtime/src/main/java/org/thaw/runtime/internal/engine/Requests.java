package org.thaw.runtime.internal.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.thaw.runtime.folder.Film;
import org.thaw.runtime.internal.fault.SetAsideException;
import org.thaw.runtime.internal.fault.StoppedException;
import org.thaw.runtime.run.SwapRefusedException;
import org.thaw.runtime.run.SwapRequest;
import org.thaw.runtime.run.SwapResult;

/** What others want of a run. Left here from any thread, taken up by the run between two steps. */
final class Requests {
    /** A swap that somebody waits for. */
    record WantedSwap(SwapRequest request, CompletableFuture<SwapResult> answer) {
    }

    /** Whether there may be anything: all that the hot loop looks at. */
    private volatile boolean any;
    private volatile boolean stop;
    private volatile boolean pause;
    private volatile boolean abandoned;
    private boolean due;
    private long wishes;
    private boolean over;
    private final Deque<WantedSwap> swaps = new ArrayDeque<>();
    private final Watchers watchers = new Watchers();

    boolean any() {
        return any;
    }

    synchronized void stop() {
        stop = true;
        changed();
    }

    synchronized void pause() {
        pause = true;
        changed();
    }

    synchronized void resume() {
        pause = false;
        changed();
    }

    /** A checkpoint is due. */
    synchronized void due() {
        due = true;
        changed();
    }

    /** Nobody waits for this run any more, and whatever it still does is void: its end was written by another. */
    void abandon() {
        abandoned = true;
        stop();
    }

    /** Asks for a swap; refused at once if the run is over. */
    synchronized void swap(SwapRequest request, CompletableFuture<SwapResult> answer) {
        if (over) {
            answer.completeExceptionally(tooLate(request));
        } else {
            swaps.add(new WantedSwap(request, answer));
            changed();
        }
    }

    /** Asks for a film of an episode; refused at once if the run is over. */
    synchronized void watch(CompletableFuture<Film> answer) {
        watchers.add(answer);
        if (over) {
            watchers.refuse("the run is over");
        } else {
            changed();
        }
    }

    /** What was to be filmed did not come about: those who wait go on waiting. */
    synchronized void watchAgain() {
        watchers.served(false);
        changed();
    }

    Watchers watchers() {
        return watchers;
    }

    private void changed() {
        any = true;
        wishes++;
        notifyAll();
    }

    boolean stopped() {
        return stop;
    }

    boolean paused() {
        return pause;
    }

    boolean abandoned() {
        return abandoned;
    }

    /** Whether a checkpoint was due; it no longer is. */
    synchronized boolean takeDue() {
        boolean was = due;
        due = false;
        return was;
    }

    /** A swap whose role and step have come. */
    synchronized Optional<WantedSwap> takeSwap(String role, long step) {
        for (Iterator<WantedSwap> all = swaps.iterator(); all.hasNext(); ) {
            WantedSwap wanted = all.next();
            if (wanted.request().role().equals(role) && wanted.request().at().orElse(step) <= step) {
                all.remove();
                return Optional.of(wanted);
            }
        }
        return Optional.empty();
    }

    /** All has been looked at: the flag goes down, unless something waits for its step. */
    synchronized void settled() {
        any = stop || pause || due || !swaps.isEmpty() || watchers.unserved();
    }

    /** How many wishes there were so far: to be asked before looking at them. */
    synchronized long wishes() {
        return wishes;
    }

    /**
     * Waits while the run is paused, or until there is another wish.
     *
     * @param seen how many have been looked at; one that came since is not slept through
     */
    synchronized void await(long seen) {
        try {
            while (pause && !stop && wishes == seen) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop = true;
        }
    }

    /** For long work that cannot be left in the middle and taken up again: ends it if the run is to stop. */
    void breathe() {
        if (stop) {
            throw new StoppedException();
        }
    }

    /** For work that can be done again from its beginning: ends it if the run is to stop or to wait. */
    void breatheAside() {
        if (stop || pause) {
            throw new SetAsideException();
        }
    }

    /** The run is over: what was wanted and did not happen is refused. */
    void close() {
        List<WantedSwap> left;
        synchronized (this) {
            over = true;
            left = new ArrayList<>(swaps);
            swaps.clear();
        }
        left.forEach(wanted -> wanted.answer().completeExceptionally(tooLate(wanted.request())));
        watchers.refuse("the run was over before an episode could be filmed");
    }

    private static SwapRefusedException tooLate(SwapRequest request) {
        return new SwapRefusedException("the run was over before " + (request.at().isPresent() ? "step " + request.at().getAsLong() + " of " : "the next step of ")
                + "the role \"" + request.role() + "\"");
    }
}
