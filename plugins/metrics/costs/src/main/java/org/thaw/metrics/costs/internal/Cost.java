package org.thaw.metrics.costs.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;

/**
 * What learning cost, per role. Each of these is a number for the whole run and a series over the tasks in the order in which they were met,
 * counted from 0 (a task that comes again counts anew):
 *
 * <ul>
 * <li>{@code cost/samples}: examples or world steps learned from, repeated reading included; {@code cost/updates}: how often what is known was changed. The
 *     number is the sum over tasks.
 * <li>{@code cost/parameter-bytes}, {@code cost/memory-bytes}: bytes of saved parameters and of saved memory at the end of each task. The number
 *     is the last.
 * <li>{@code cost/flops-per-decision}, {@code cost/flops-per-update}: floating-point operations of one decision and of one step of the optimiser, as the
 *     learner counts them ({@link org.thaw.api.learner.Costed}); of learners that can tell only. The number is the last: another learner may have taken the
 *     role's place.
 * <li>{@code cost/seconds}, {@code cost/cpu-seconds}: wall clock and processor time, summed; {@code cost/peak-heap}: bytes, the greatest. These
 *     come from the run's clock readings, so they differ from run to run, and are left out where there are none.
 * </ul>
 *
 * <p>A twin has its own costs only: those from the fork on, and none if it is frozen. A role whose learner is renewed goes on adding up: all of its learners
 * were paid for.
 */
public final class Cost implements Metric {
    private final Map<String, Bill> bills = new LinkedHashMap<>();

    private Cost() {
    }

    @Override
    public void on(Event event) {
        if (event instanceof Event.TaskBegan began) {
            bill(began).begin();
        } else if (event instanceof Event.Renewed renewed && renewed.knowledge()) {
            bill(renewed).begin();
        } else if (event instanceof Event.Spent spent) {
            bill(spent).spent(spent);
        } else if (event instanceof Event.Computed computed) {
            bill(computed).computed(computed);
        } else if (event instanceof Event.Timed timed) {
            bill(timed).timed(timed);
        }
    }

    private Bill bill(Event event) {
        return bills.computeIfAbsent(event.role(), role -> new Bill());
    }

    @Override
    public void report(Findings out) {
        bills.forEach((role, bill) -> bill.report(role, out));
    }

    /** The configuration: there is nothing to choose. */
    public record None() {
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = "cost", summary = "Samples, updates, bytes, operations and seconds that learning took, per task and in all.")
    public static final class Factory implements MetricFactory<None> {
        @Override
        public Metric create(None configuration) {
            return new Cost();
        }
    }
}
