package org.thaw.metrics.lifetimes.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.thaw.api.Parameter;
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
 * before anything was scored. A copy has scored what its original had when it was made: one that is frozen at a change shows how far the score comes back
 * without learning. All this means something only where both tasks pay in alike units: after a change to another game the level before says nothing, and
 * only what follows counts.
 *
 * <p>Where there is a copy that had learned nothing, {@code <role>/fresh}, the original and its other copies are compared with it in the first task that it began,
 * each from when it came there itself after another task ({@link BesideFresh}): {@code recovery-time/fresh}, the steps until the running score is at the
 * fresh copy's final one, 0 if it is as soon as it is known and NaN if it never is (told of the fresh copy, too); and {@code recovery-time/area-ratio}, the area between the running
 * score and {@code zero} over that of the fresh copy, over the steps that both lived: above 1, what was learned before helps. NaN where the fresh copy's
 * is not above 0. With a {@code zero} that is the score of random choices these are areas of normalised scores, whatever counts as 1.
 *
 * <p>Everything is compared within one lifetime: where another begins ({@link Event.Renewed}), nothing after it counts for what was before. Learners that were
 * made anew by a renewal with knowledge are not counted.
 */
public final class RecoveryTime implements Metric {
    private static final String FRESH = "/fresh";
    private final double zero;
    private final FirstLearner first = new FirstLearner();
    private final Map<String, Scores> scores = new HashMap<>();
    private final Map<String, List<Swap>> changes = new LinkedHashMap<>();
    private final Map<String, List<Stay>> stays = new LinkedHashMap<>();
    /** What each copy was made from, in the end. */
    private final Map<String, String> originals = new HashMap<>();

    /** What the areas begin at. */
    public record Config(@Parameter(value = "the score that counts as 0 in the ratio of areas, such as that of random choices", byDefault = "0") double zero) {
        public Config {
            if (!Double.isFinite(zero)) {
                throw new IllegalArgumentException("zero is " + zero + "; expected a number");
            }
        }
    }

    private RecoveryTime(double zero) {
        this.zero = zero;
    }

    @Override
    public void on(Event event) {
        if (!first.counts(event)) {
            return;
        }
        Scores own = scores.computeIfAbsent(event.role(), role -> new Scores());
        own.on(event);
        if (event instanceof Event.Forked forked) {
            scores.put(forked.as(), own.copy());
            originals.put(forked.as(), original(forked.role()));
        } else if (event instanceof Event.Renewed) {
            scores.put(event.role(), own.another());
        } else if (event instanceof Event.TaskBegan began && (!own.isEmpty() || isFresh(began.role()))) {
            began(began, own, own.keepAll());
        }
    }

    private void began(Event.TaskBegan event, Scores own, Map<RunningScore, Integer> sizes) {
        if (!own.isEmpty()) {
            changes.computeIfAbsent(event.role(), role -> new ArrayList<>()).add(new Swap(event.role(), event.step(), own, sizes, Optional.empty()));
        }
        List<Stay> earlier = stays.computeIfAbsent(event.role(), role -> new ArrayList<>());
        int last = earlier.size() - 1;
        // with other scores it was in another lifetime, and has ended
        if (last >= 0 && earlier.get(last).scores() == own) {
            earlier.set(last, earlier.get(last).ending(sizes));
        }
        earlier.add(new Stay(event.task(), event.step(), own, sizes, Optional.empty()));
    }

    private String original(String role) {
        return originals.getOrDefault(role, role);
    }

    private boolean isFresh(String role) {
        return originals.containsKey(role) && role.equals(original(role) + FRESH);
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
        stays.forEach((role, all) -> Optional.ofNullable(stays.get(original(role) + FRESH)).map(list -> list.get(0))
                .ifPresent(fresh -> all.stream().filter(stay -> stay.task() == fresh.task()).findFirst().ifPresent(stay -> {
                    BesideFresh both = new BesideFresh(stay, fresh);
                    out.scalar(role, "recovery-time/fresh", both.steps());
                    if (!isFresh(role)) {
                        out.scalar(role, "recovery-time/area-ratio", both.areaRatio(zero));
                    }
                })));
    }

    private static boolean cameBack(Swap change, long next) {
        return change.step() + change.steps() <= next; // not so for NaN
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = "recovery-time", summary = "Steps until the running return is back at its level before the task changed, and the new task against a fresh copy.")
    public static final class Factory implements MetricFactory<Config> {
        @Override
        public Metric create(Config configuration) {
            return new RecoveryTime(configuration.zero());
        }
    }
}
