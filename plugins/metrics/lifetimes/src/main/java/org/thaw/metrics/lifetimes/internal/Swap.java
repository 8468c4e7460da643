package org.thaw.metrics.lifetimes.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.thaw.metrics.lifetimes.internal.Scores.Point;

/**
 * A change, be it a swap of learners or of tasks, and what came of it.
 *
 * @param scores those of the swapped role, before and after
 * @param before how many there were before, of each kind
 * @param twin   the scores of the copy that was not swapped, if there is one
 */
record Swap(String role, long step, Scores scores, Map<RunningScore, Integer> before, Optional<Scores> twin) {
    /** The same with the twin of another swap at the same step, where this has none. */
    Swap or(Optional<Scores> other) {
        return new Swap(role, step, scores, before, twin.or(() -> other));
    }

    /** Whether nothing was scored since. */
    boolean nothingSince() {
        return Arrays.stream(RunningScore.values()).allMatch(score -> before(score).size() == scores.of(score).size());
    }

    /** Steps until the running score is back at its level; 0 if it did not fall; NaN if it is not, or if that cannot be known. */
    double steps() {
        Optional<RunningScore> score = measured();
        if (score.isEmpty() || before(score.get()).isEmpty()) {
            return Double.NaN;
        }
        List<Point> before = latest(before(score.get()), score.get().window);
        Set<Integer> tasks = before.get(before.size() - 1).byTask().keySet();
        List<Point> since = since(scores, score.get()).stream().flatMap(point -> point.over(tasks).stream()).toList();
        return Level.of(before).reached(since, step);
    }

    /** The final score less that of the twin; NaN if either has none. */
    double gain(Scores unswapped) {
        return measured().map(score -> Scores.mean(latest(since(scores, score), score.window)) - Scores.mean(latest(since(unswapped, score), score.window)))
                .orElse(Double.NaN);
    }

    /** The first kind of score that was measured on both sides of the swap; else the first that was measured after it. */
    private Optional<RunningScore> measured() {
        List<RunningScore> after = Arrays.stream(RunningScore.values()).filter(score -> !since(scores, score).isEmpty()).toList();
        return after.stream().filter(score -> !before(score).isEmpty()).findFirst().or(() -> after.stream().findFirst());
    }

    private List<Point> before(RunningScore score) {
        return scores.of(score).subList(0, before.getOrDefault(score, 0));
    }

    /** A stretch that both learners lived a part of says nothing about either. */
    private List<Point> since(Scores of, RunningScore score) {
        List<Point> all = of == scores ? of.of(score).subList(before(score).size(), of.of(score).size()) : of.of(score);
        return score == RunningScore.REWARDS ? all.stream().filter(stretch -> stretch.step() - stretch.weight() >= step).toList() : all;
    }

    private static List<Point> latest(List<Point> points, int count) {
        return points.subList(Math.max(0, points.size() - count), points.size());
    }
}
