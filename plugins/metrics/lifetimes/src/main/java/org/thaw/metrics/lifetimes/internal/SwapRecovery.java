package org.thaw.metrics.lifetimes.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;
import org.thaw.toolkit.events.FirstLearner;

/**
 * What the swap of a running learner did to its score. Reported under the swapped role; where a role was swapped more than once, the names of
 * both numbers end in {@code @<step of the swap>}. A run without swaps has neither.
 *
 * <ul>
 * <li>{@code swap-recovery/steps}: from the swap until the running score is back at its level before the swap, in steps; 0 if it was not below
 *     it when it was first known after the swap. NaN if it did not come back within the run, or was not known before or after the swap. Accuracy is
 *     compared on the tasks in the last evaluation before the swap: that later tasks are hard is not the swap's doing.
 * <li>{@code swap-recovery/gain}: the final running score of the role less that of the copy that was left as it was, and went on learning
 *     ({@code <role>/unswapped@<step>}). In units of the score. NaN without such a copy, or if either was not scored after the swap.
 * </ul>
 *
 * <p>The running score is, for what predicts, the latest evaluation within or after a task: the accuracy averaged over the tasks met by then. For
 * what acts it is the mean undiscounted return of the latest 20 episodes lived; if no episode ended, the mean reward per step of the latest 20
 * stretches lived; if life was not reported either, the return in the latest evaluation. Taken is the first of these four that was measured on
 * both sides of the swap, or if there is none, the first that was measured after it.
 *
 * <p>Nothing from before the swap counts after it: the running score is known again as soon as as many values were gathered since the swap as its
 * level before it was made of, 20 or as many as there were. An episode counts for the learner that ended it; a stretch that both lived a part of
 * counts for neither. Order is that of events, so an evaluation at the very step of the swap counts for the learner it tested. Swaps at the same
 * step with nothing measured between them are one. Later swaps are not undone: the numbers of an earlier one say how the run went on with them.
 *
 * <p>Everything is compared within one lifetime: where another begins ({@link Event.Renewed}), nothing after it counts for what was before. Learners that were
 * made anew by a renewal with knowledge are not counted.
 */
public final class SwapRecovery implements Metric {
    private static final String UNSWAPPED = "/unswapped@";
    private final FirstLearner first = new FirstLearner();
    private final Map<String, Scores> scores = new HashMap<>();
    private final Map<String, Event.Forked> copies = new HashMap<>();
    private final Map<String, List<Swap>> swaps = new LinkedHashMap<>();

    private SwapRecovery() {
    }

    @Override
    public void on(Event event) {
        if (!first.counts(event)) {
            return;
        }
        if (event instanceof Event.Forked copy && copy.as().startsWith(copy.role() + UNSWAPPED)) {
            copies.put(copy.role(), copy);
        } else if (event instanceof Event.Swapped swapped) {
            swapped(swapped);
        } else if (event instanceof Event.Renewed) {
            scores.computeIfPresent(event.role(), (role, earlier) -> earlier.another());
        } else {
            scores(event.role()).on(event);
        }
    }

    private void swapped(Event.Swapped event) {
        // a copy from an earlier step belongs to an earlier swap
        Optional<Scores> twin = Optional.ofNullable(copies.remove(event.role())).filter(copy -> copy.step() == event.step()).map(copy -> scores(copy.as()));
        List<Swap> earlier = swaps.computeIfAbsent(event.role(), role -> new ArrayList<>());
        int last = earlier.size() - 1;
        Scores before = scores(event.role());
        // with other scores it was in another lifetime
        if (last >= 0 && earlier.get(last).scores() == before && earlier.get(last).step() == event.step() && earlier.get(last).nothingSince()) {
            earlier.set(last, earlier.get(last).or(twin));
        } else {
            earlier.add(new Swap(event.role(), event.step(), before, before.keepAll(), twin));
        }
    }

    private Scores scores(String role) {
        return scores.computeIfAbsent(role, r -> new Scores());
    }

    @Override
    public void report(Findings out) {
        swaps.forEach((role, all) -> {
            for (Swap swap : all) {
                String which = all.size() == 1 ? "" : "@" + swap.step();
                out.scalar(role, "swap-recovery/steps" + which, swap.steps());
                out.scalar(role, "swap-recovery/gain" + which, swap.twin().map(swap::gain).orElse(Double.NaN));
            }
        });
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = "swap-recovery", summary = "Steps until the score is back after a hot swap, and what the swap changed in the end.")
    public static final class Factory implements MetricFactory<None> {
        @Override
        public Metric create(None configuration) {
            return new SwapRecovery();
        }
    }
}
