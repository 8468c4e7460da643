package org.thaw.metrics.agents.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.thaw.api.metric.Event;

/**
 * What one role went through: the periods that it trained in, in order, each on one task, and how it scored on every task in evaluations. An evaluation
 * belongs to the period that it was taken in, or that had ended last; one before the first period belongs to none (period −1).
 */
final class Course {
    private final String score;
    private final List<Integer> periods = new ArrayList<>();
    private final Map<Integer, List<Test>> tests = new TreeMap<>();

    /** A score in an evaluation; {@code within} tells one taken while its period was going on from one right after it. */
    record Test(long step, int period, boolean within, double score) {
    }

    /** Reads one score of evaluations, {@code return} or {@code accuracy}. */
    Course(String score) {
        this.score = score;
    }

    /** Takes an event of the role. */
    void on(Event event) {
        if (event instanceof Event.TaskBegan e) {
            periods.add(e.task());
        } else if (event instanceof Event.Evaluated e && e.scores().containsKey(score)) {
            boolean within = e.during() >= 0;
            tests.computeIfAbsent(e.on(), task -> new ArrayList<>()).add(new Test(e.step(), within ? e.after() : e.after() - 1, within, e.scores().get(score)));
        }
    }

    /** A copy of another role: has been through the same periods. */
    void follows(Course original) {
        periods.addAll(original.periods);
    }

    /** The tasks trained on, in order, again each time. */
    List<Integer> periods() {
        return List.copyOf(periods);
    }

    /** The tasks that were trained on and evaluated, by number. */
    List<Integer> tasks() {
        return tests.keySet().stream().filter(periods::contains).toList();
    }

    /** The evaluations on a task, in order. */
    List<Test> on(int task) {
        return tests.getOrDefault(task, List.of());
    }

    /** The scores on a task of those evaluations that fit, in order. */
    double[] scores(int task, Predicate<Test> fit) {
        return on(task).stream().filter(fit).mapToDouble(Test::score).toArray();
    }
}
