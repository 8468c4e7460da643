package org.thaw.metrics.imitation.internal;

import java.util.List;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Findings;

/** How complex a teacher is by T1. Its histories, each of a new teacher, are as long as T1: what they cost is told when they end, while a held-out life goes on. */
final class Complexity {
    private long histories;
    private double updates;
    private double bytes;

    /** What a history cost. */
    void spent(Event.Spent e) {
        histories++;
        updates += e.updates();
        bytes += e.parameterBytes() + e.memoryBytes();
    }

    /** Tells the mean number of updates and bytes of saved state over the histories of all runs; nothing where none told what it cost. */
    static void tell(List<Complexity> runs, Findings out, String role, String prefix) {
        long histories = runs.stream().mapToLong(run -> run.histories).sum();
        if (histories > 0) {
            out.scalar(role, prefix + "/complexity/updates", runs.stream().mapToDouble(run -> run.updates).sum() / histories);
            out.scalar(role, prefix + "/complexity/state-bytes", runs.stream().mapToDouble(run -> run.bytes).sum() / histories);
        }
    }
}
