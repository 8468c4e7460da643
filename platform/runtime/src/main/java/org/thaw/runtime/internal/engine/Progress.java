package org.thaw.runtime.internal.engine;

import java.util.OptionalDouble;
import org.thaw.runtime.internal.fault.StoppedException;

/** How far a run is; written by its thread, read by others. Also carries the wish to stop. */
final class Progress {
    private volatile String phase = "";
    private volatile long work;
    private volatile long done;
    private volatile double score = Double.NaN;
    private volatile boolean stop;

    /** The work of the whole plan, in examples or steps; negative if it is not known. */
    void plan(long total) {
        work = total;
    }

    void phase(String name) {
        phase = name;
    }

    /** So many examples or steps more; ends the run if it was told to stop. */
    @SuppressWarnings("NonAtomicOperationOnVolatileField")
    void advance(long units) {
        done += units; // one writer
        if (stop) {
            throw new StoppedException();
        }
    }

    void score(double latest) {
        score = latest;
    }

    void stop() {
        stop = true;
    }

    String phase() {
        return phase;
    }

    double fraction() {
        return work < 0 ? -1 : work == 0 ? 0 : Math.min(1, (double) done / work);
    }

    OptionalDouble score() {
        return Double.isNaN(score) ? OptionalDouble.empty() : OptionalDouble.of(score);
    }
}
