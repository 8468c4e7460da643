package org.thaw.metrics.costs.internal;

import org.thaw.api.metric.Event;
import org.thaw.api.metric.Findings;

/** The costs of one role. */
final class Bill {
    private final Visits spending = new Visits();
    private final Visits timing = new Visits();
    private final Column samples = new Column("cost/samples", Column.Total.SUM);
    private final Column updates = new Column("cost/updates", Column.Total.SUM);
    private final Column parameters = new Column("cost/parameter-bytes", Column.Total.LAST);
    private final Column decision = new Column("cost/flops-per-decision", Column.Total.LAST);
    private final Column update = new Column("cost/flops-per-update", Column.Total.LAST);
    private final Column memory = new Column("cost/memory-bytes", Column.Total.LAST);
    private final Column wall = new Column("cost/seconds", Column.Total.SUM);
    private final Column cpu = new Column("cost/cpu-seconds", Column.Total.SUM);
    private final Column heap = new Column("cost/peak-heap", Column.Total.GREATEST);

    void begin() {
        spending.begin();
        timing.begin();
    }

    void spent(Event.Spent e) {
        int visit = spending.of(e.task());
        samples.put(visit, e.samples());
        updates.put(visit, e.updates());
        parameters.put(visit, e.parameterBytes());
        memory.put(visit, e.memoryBytes());
    }

    void computed(Event.Computed e) {
        int visit = spending.of(e.task());
        decision.put(visit, e.flopsPerDecision());
        update.put(visit, e.flopsPerUpdate());
    }

    void timed(Event.Timed e) {
        int visit = timing.of(e.task());
        wall.put(visit, e.wallSeconds());
        cpu.put(visit, e.cpuSeconds());
        heap.put(visit, e.peakHeapBytes());
    }

    void report(String role, Findings out) {
        samples.report(role, out);
        updates.report(role, out);
        parameters.report(role, out);
        memory.report(role, out);
        decision.report(role, out);
        update.report(role, out);
        wall.report(role, out);
        cpu.report(role, out);
        heap.report(role, out);
    }
}
