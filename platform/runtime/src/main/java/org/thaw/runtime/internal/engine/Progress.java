package org.thaw.runtime.internal.engine;

import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import org.thaw.runtime.internal.fault.StoppedException;
import org.thaw.runtime.launch.LastWords;
import org.thaw.runtime.launch.RunProgress;

/** How far a run is; written by its thread, read by others. */
final class Progress {
    private final Requests requests;
    private volatile String phase = "";
    private volatile long work;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong moves = new AtomicLong();
    private volatile double score = Double.NaN;
    private volatile boolean waiting;
    private volatile LastWords words = LastWords.nowhere();

    Progress(Requests requests) {
        this.requests = requests;
    }

    /** The work of the whole plan, in examples or steps; negative if it is not known. */
    void plan(long total) {
        work = total;
    }

    /** Phases are told there, too. */
    void telling(LastWords to) {
        words = to;
    }

    void phase(String name) {
        phase = name;
        words.phase(name);
        advance(0);
    }

    /** So many examples or steps more. */
    void advance(long units) {
        done.lazySet(done.getPlain() + units); // one writer, in every step: no fence
        moves.lazySet(moves.getPlain() + 1);
        checkNotAbandoned();
    }

    /** Ends what still goes on of a run that was given up: others may have its folder by now. */
    void checkNotAbandoned() {
        if (requests.abandoned()) {
            throw new StoppedException();
        }
    }

    /** A sign of life within long work that cannot be taken up again in its middle; ends it if the run is to stop. */
    void breathe() {
        advance(0);
        requests.breathe();
    }

    /** The same within work that can be done again; ends it also if the run is to wait. */
    void breatheAside() {
        advance(0);
        requests.breatheAside();
    }

    void score(double latest) {
        score = latest;
    }

    /** The run waits to be told to go on, or goes on. */
    void waiting(boolean now) {
        waiting = now;
    }

    /** Takes up where a checkpoint left off. */
    void restore(long doneBefore, double scoreBefore) {
        done.set(doneBefore);
        score = scoreBefore;
    }

    long done() {
        return done.get();
    }

    double latestScore() {
        return score;
    }

    String phase() {
        return phase;
    }

    /** @param call the call that the run is in */
    RunProgress now(String call) {
        double fraction = work < 0 ? -1 : work == 0 ? 0 : Math.min(1, (double) done.get() / work);
        return new RunProgress(waiting, fraction, phase, Double.isNaN(score) ? OptionalDouble.empty() : OptionalDouble.of(score), call, moves.get());
    }
}
