package org.thaw.metrics.lifetimes.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.thaw.api.metric.Event;

/**
 * What one role scored, in order, for each kind of running score. Until {@link #keepAll} no more is kept than a running score needs, so that a
 * long run costs nothing.
 */
final class Scores {
    private final Map<RunningScore, List<Point>> points = new EnumMap<>(RunningScore.class);
    private final Map<RunningScore, Sitting> sittings = new EnumMap<>(RunningScore.class);
    private final Set<Integer> begun = new HashSet<>();
    /** What the original had begun. Counts from the first task that the copy begins itself; one that begins none has met what its original does. */
    private final Set<Integer> inherited = new HashSet<>();
    private boolean all;

    /**
     * A value.
     *
     * @param weight how many steps or items it stands for
     * @param byTask for evaluations what it is the mean of; else empty
     */
    record Point(long step, double value, long weight, SortedMap<Integer, Double> byTask) {
        Point(long step, double value, long weight) {
            this(step, value, weight, Collections.emptySortedMap());
        }

        /** The same over some of the tasks; empty if one of them was not tested. */
        Optional<Point> over(Set<Integer> tasks) {
            if (!byTask.keySet().containsAll(tasks)) {
                return Optional.empty();
            }
            return Optional.of(tasks.isEmpty() ? this : new Point(step, tasks.stream().mapToDouble(byTask::get).sum() / tasks.size(), weight));
        }
    }

    /** The tests of one evaluation, which come task by task. */
    private record Sitting(long step, int after, int during, TreeMap<Integer, Double> byTask) {
        boolean takes(Event.Evaluated e) {
            return e.step() == step && e.after() == after && e.during() == during && !byTask.containsKey(e.on());
        }

        double mean() {
            return byTask.values().stream().mapToDouble(Double::doubleValue).sum() / byTask.size();
        }
    }

    /** Those of the same role in another lifetime, where nothing was scored yet. */
    Scores another() {
        Scores another = new Scores();
        another.begun.addAll(begun);
        another.inherited.addAll(inherited);
        return another;
    }

    /** Those of a copy: it scored what its original did so far, as far as a running score needs it. */
    Scores copy() {
        Scores copy = new Scores();
        points.forEach((score, list) -> copy.points.put(score, new ArrayList<>(list.subList(Math.max(0, list.size() - score.window), list.size()))));
        copy.inherited.addAll(inherited);
        copy.inherited.addAll(begun);
        return copy;
    }

    /** Takes an event of the role. */
    void on(Event event) {
        if (event instanceof Event.EpisodeEnded e) {
            add(RunningScore.RETURNS, new Point(e.step(), e.total(), 1));
        } else if (event instanceof Event.Earned e && e.steps() > 0) {
            add(RunningScore.REWARDS, new Point(e.step(), e.total() / e.steps(), e.steps()));
        } else if (event instanceof Event.TaskBegan e) {
            begun.addAll(inherited);
            begun.add(e.task());
        } else if (event instanceof Event.Evaluated e && e.onMet(begun)) {
            tested(RunningScore.ACCURACY, "accuracy", e);
            tested(RunningScore.EVALUATED_RETURN, "return", e);
        }
    }

    private void tested(RunningScore score, String name, Event.Evaluated e) {
        if (!e.scores().containsKey(name)) {
            return;
        }
        Sitting sitting = sittings.get(score);
        boolean same = sitting != null && sitting.takes(e);
        if (!same) {
            sitting = new Sitting(e.step(), e.after(), e.during(), new TreeMap<>());
            sittings.put(score, sitting);
        }
        sitting.byTask.put(e.on(), e.scores().get(name));
        Point point = new Point(e.step(), sitting.mean(), 1, Collections.unmodifiableSortedMap(sitting.byTask));
        if (same) {
            List<Point> list = points.get(score);
            list.set(list.size() - 1, point);
        } else {
            add(score, point);
        }
    }

    private void add(RunningScore score, Point point) {
        List<Point> list = points.computeIfAbsent(score, s -> new ArrayList<>());
        list.add(point);
        if (!all && list.size() > score.window) {
            list.remove(0);
        }
    }

    /** From now on everything is kept, and what is evaluated next is an evaluation of its own. Returns how much there is by now. */
    Map<RunningScore, Integer> keepAll() {
        all = true;
        sittings.clear();
        Map<RunningScore, Integer> sizes = new EnumMap<>(RunningScore.class);
        points.forEach((score, list) -> sizes.put(score, list.size()));
        return sizes;
    }

    /** Whether nothing was scored yet. */
    boolean isEmpty() {
        return points.isEmpty();
    }

    /** The values of one kind, those forgotten left out. */
    List<Point> of(RunningScore score) {
        return points.getOrDefault(score, List.of());
    }

    /** The mean; NaN of nothing. */
    static double mean(List<Point> points) {
        double sum = 0;
        long weight = 0;
        for (Point point : points) {
            sum += point.value * point.weight;
            weight += point.weight;
        }
        return sum / weight;
    }
}
