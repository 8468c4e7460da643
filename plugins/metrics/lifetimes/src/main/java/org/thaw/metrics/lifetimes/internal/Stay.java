package org.thaw.metrics.lifetimes.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.thaw.metrics.lifetimes.internal.Scores.Point;

/**
 * What a role scored in a task, from its beginning until the role began another.
 *
 * @param step   at the beginning
 * @param before how much was scored by then, of each kind
 * @param until  how much was scored when it began another task; empty if it did not
 */
record Stay(int task, long step, Scores scores, Map<RunningScore, Integer> before, Optional<Map<RunningScore, Integer>> until) {
    /** The same, ended. */
    Stay ending(Map<RunningScore, Integer> sizes) {
        return new Stay(task, step, scores, before, Optional.of(sizes));
    }

    /** The values of one kind on the task. A stretch of life that began before it says nothing. */
    List<Point> of(RunningScore score) {
        List<Point> all = scores.of(score);
        int end = until.map(sizes -> sizes.getOrDefault(score, 0)).orElse(all.size());
        return all.subList(before.getOrDefault(score, 0), end).stream().filter(point -> score != RunningScore.REWARDS || point.step() - point.weight() >= step)
                .flatMap(point -> point.over(point.byTask().isEmpty() ? Set.of() : Set.of(task)).stream()).toList();
    }
}
