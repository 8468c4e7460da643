package org.thaw.report.internal.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.thaw.api.metric.Event;

/**
 * The events of a role over time. Time is the original's step: a frozen twin learns nothing, but time goes on for it too. A twin's timeline
 * begins with its original's last evaluation before the fork, since they were one learner then; not so that of one who imitates. A twin that was not swapped counts its own
 * steps. A fresh copy does, too, but from the step on at which its original began the same task: so they can be compared at equal times lived there.
 * What a learner made anew does is not in it, nor what a copy of that does under the name of an earlier copy.
 */
public final class Timeline {
    static final Timeline NONE = new Timeline(List.of(), -1);
    private static final int STRETCHES = 400;

    private final List<At> events;
    private final long forkedAt;

    /** An event and its time. */
    public record At(long time, Event event) {
    }

    /** {@code forkedAt} is −1 for what is no twin. */
    Timeline(List<At> events, long forkedAt) {
        this.events = List.copyOf(events);
        this.forkedAt = forkedAt;
    }

    private static List<At> latest(List<At> evaluations) {
        long last = evaluations.isEmpty() ? 0 : evaluations.get(evaluations.size() - 1).time();
        return evaluations.stream().filter(at -> at.time() == last).toList();
    }

    /** The events with their times. */
    public List<At> events() {
        return events;
    }

    /** When the twin was copied; −1 for what is no twin. */
    public long forkedAt() {
        return forkedAt;
    }

    /** When each task began. */
    public List<Long> taskStarts() {
        return events.stream().filter(at -> at.event() instanceof Event.TaskBegan).map(At::time).toList();
    }

    /** The score on each task over time, of every test on it. */
    public Map<Integer, Curve> byTask(String score) {
        Map<Integer, TreeMap<Long, Double>> tasks = new TreeMap<>();
        for (At at : events) {
            if (at.event() instanceof Event.Evaluated e && e.scores().containsKey(score)) {
                tasks.computeIfAbsent(e.on(), task -> new TreeMap<>()).put(at.time(), e.scores().get(score));
            }
        }
        Map<Integer, Curve> curves = new TreeMap<>();
        tasks.forEach((task, points) -> curves.put(task, Curve.of(points)));
        return curves;
    }

    /** The tasks that were tested when a score was taken last. */
    public Set<Integer> testedLast(String score) {
        Set<Integer> tasks = new TreeSet<>();
        latest(events.stream().filter(at -> at.event() instanceof Event.Evaluated e && e.scores().containsKey(score)).toList())
                .forEach(at -> tasks.add(((Event.Evaluated) at.event()).on()));
        return tasks;
    }

    /** The mean score over the tasks met by then. Before the first task nothing was met; a life is one task, met from the start. */
    public Curve overall(String score) {
        return overall(score, task -> true);
    }

    /** The same over some of the tasks. */
    public Curve overall(String score, IntPredicate wanted) {
        TreeMap<Long, List<Double>> points = new TreeMap<>();
        boolean tasks = events.stream().anyMatch(at -> at.event() instanceof Event.Evaluated e && e.on() > 0);
        Set<Integer> begun = new HashSet<>();
        for (At at : events) {
            if (at.event() instanceof Event.TaskBegan b) {
                begun.add(b.task());
            }
            if (at.event() instanceof Event.Evaluated e && e.scores().containsKey(score) && wanted.test(e.on()) && (!tasks || e.onMet(begun))) {
                points.computeIfAbsent(at.time(), time -> new ArrayList<>()).add(e.scores().get(score));
            }
        }
        TreeMap<Long, Double> means = new TreeMap<>();
        points.forEach((time, scores) -> means.put(time, Estimate.of(scores).mean()));
        return Curve.of(means);
    }

    /** The mean reward per step of each stretch lived; of so many that a chart could not show them, neighbours in one task are taken together. */
    public Curve rewards() {
        List<At> earned = events.stream().filter(at -> at.event() instanceof Event.Earned e && e.steps() > 0).toList();
        int together = (earned.size() + STRETCHES - 1) / STRETCHES;
        TreeMap<Long, Double> points = new TreeMap<>();
        for (int from = 0, to; from < earned.size(); from = to) {
            double total = 0;
            long steps = 0;
            for (to = from; to < Math.min(earned.size(), from + together) && earned(earned.get(to)).task() == earned(earned.get(from)).task(); to++) {
                total += earned(earned.get(to)).total();
                steps += earned(earned.get(to)).steps();
            }
            points.put(earned.get(to - 1).time(), total / steps);
        }
        return Curve.of(points);
    }

    private static Event.Earned earned(At at) {
        return (Event.Earned) at.event();
    }

    /** The rows of a matrix from evaluations between tasks: after task i, on task j; NaN where nothing was measured. */
    public double[][] matrix(String score) {
        TreeMap<Integer, Map<Integer, Double>> rows = new TreeMap<>();
        int tasks = 0;
        for (At at : events) {
            if (at.event() instanceof Event.Evaluated e && e.during() < 0 && e.after() > 0 && e.scores().containsKey(score)) {
                rows.computeIfAbsent(e.after(), after -> new TreeMap<>()).put(e.on(), e.scores().get(score));
                tasks = Math.max(tasks, e.on() + 1);
            }
        }
        double[][] matrix = new double[rows.isEmpty() ? 0 : rows.lastKey()][tasks];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < tasks; j++) {
                matrix[i][j] = rows.getOrDefault(i + 1, Map.of()).getOrDefault(j, Double.NaN);
            }
        }
        return matrix;
    }
}
