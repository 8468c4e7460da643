package org.thaw.metrics.lifetimes.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;
import org.thaw.toolkit.events.FirstLearner;

/**
 * How long a learner takes to find its feet after the task changed: steps from the beginning of a task until the running score is back at its level
 * before; 0 if it did not fall. A score that is back only after the next change has not come back: what brought it back may be the other task. The running score is that of {@code swap-recovery}: the mean return of the latest 20
 * episodes lived, or where none end the reward per step of the latest 20 stretches, or the mean of the latest evaluation; as many after the change as
 * there were before it.
 *
 * <p>Numbers, per role: {@code recovery-time}, the mean over the changes after which the score came back; {@code recovery-time/recovered}, the share of
 * those. The series {@code recovery-time} holds the steps taken over the step of each such change. The first task is no change, nor is one that begins
 * before anything was scored.
 *
 * <p>Everything is compared within one lifetime: where another begins ({@link Event.Renewed}), nothing after it counts for what was before. Learners that were
 * made anew by a renewal with knowledge are not counted.
 */
public final class RecoveryTime implements Metric {
    private final FirstLearner first = new FirstLearner();
    private final Map<String, Scores> scores = new HashMap<>();
    private final Map<String, List<Swap>> changes = new LinkedHashMap<>();

    private RecoveryTime() {
    }

    @Override
    public void on(Event event) {
        if (!first.counts(event)) {
            return;
        }
        Scores own = scores.computeIfAbsent(event.role(), role -> new Scores());
        own.on(event);
        if (event instanceof Event.Renewed) {
            scores.put(event.role(), own.another());
        } else if (event instanceof Event.TaskBegan began && !own.isEmpty()) {
            Swap change = new Swap(began.role(), began.step(), own, own.keepAll(), Optional.empty());
            changes.computeIfAbsent(began.role(), role -> new ArrayList<>()).add(change);
        }
    }

    @Override
    public void report(Findings out) {
        changes.forEach((role, all) -> {
            List<Swap> back = IntStream.range(0, all.size()).filter(i -> cameBack(all.get(i), i + 1 < all.size() ? all.get(i + 1).step() : Long.MAX_VALUE)).mapToObj(all::get).toList();
            out.scalar(role, "recovery-time", back.stream().mapToDouble(Swap::steps).average().orElse(Double.NaN));
            out.scalar(role, "recovery-time/recovered", (double) back.size() / all.size());
            if (!back.isEmpty()) {
                Curve curve = new Curve();
                back.forEach(change -> curve.add(change.step(), change.steps()));
                curve.report(role, "recovery-time", out);
            }
        });
    }

    private static boolean cameBack(Swap change, long next) {
        return change.step() + change.steps() <= next; // not so for NaN
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = "recovery-time", summary = "Steps until the running return is back at its level before the task changed.")
    public static final class Factory implements MetricFactory<None> {
        @Override
        public Metric create(None configuration) {
            return new RecoveryTime();
        }
    }
}
