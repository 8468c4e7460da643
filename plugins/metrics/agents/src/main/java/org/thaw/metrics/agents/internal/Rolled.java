package org.thaw.metrics.agents.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The returns of one run on each of its tasks, as rolling means.
 *
 * @param periods the tasks trained on, in order
 * @param returns by task, in order
 */
record Rolled(List<Integer> periods, Map<Integer, List<Course.Test>> returns) {
    /** Takes rolling means of the latest {@code window} evaluations, of fewer at the beginning. */
    Rolled(Course course, int window) {
        this(course.periods(), new TreeMap<>());
        for (int task : course.tasks()) {
            double[] scores = course.scores(task, test -> true);
            List<Course.Test> rolled = new ArrayList<>();
            for (int n = 0; n < scores.length; n++) {
                Course.Test test = course.on(task).get(n);
                rolled.add(new Course.Test(test.step(), test.period(), test.within(), Means.of(Arrays.copyOfRange(scores, Math.max(0, n + 1 - window), n + 1))));
            }
            returns.put(task, rolled);
        }
    }

    Set<Integer> tasks() {
        return returns.keySet();
    }

    /** max |r_i| by task. */
    Map<Integer, Double> greatest() {
        Map<Integer, Double> greatest = new TreeMap<>();
        returns.forEach((task, tests) -> greatest.put(task, tests.stream().mapToDouble(test -> Math.abs(test.score())).max().orElse(0)));
        return greatest;
    }

    /** The same, each task's returns over a number of its own; a task that always gives 0 stays at 0. */
    Rolled over(Map<Integer, Double> units) {
        Map<Integer, List<Course.Test>> scaled = new TreeMap<>();
        returns.forEach((task, tests) -> {
            double unit = units.get(task) == 0 ? 1 : units.get(task);
            scaled.put(task, tests.stream().map(test -> new Course.Test(test.step(), test.period(), test.within(), test.score() / unit)).toList());
        });
        return new Rolled(periods, scaled);
    }

    /** The mean over tasks of each task's last. */
    double atTheEnd() {
        return Means.of(returns.values().stream().mapToDouble(tests -> tests.get(tests.size() - 1).score()).toArray());
    }

    Map<Long, Double> curve(int task) {
        Map<Long, Double> curve = new TreeMap<>();
        returns.getOrDefault(task, List.of()).forEach(test -> curve.put(test.step(), test.score()));
        return curve;
    }

    /** F[i, j] for i before j, over all cycles. */
    Map<Pair, Double> forgetting() {
        return changes(true, -1);
    }

    /** Z[i, j] for i after j, in the first cycle. */
    Map<Pair, Double> transfer() {
        return changes(false, 1);
    }

    private Map<Pair, Double> changes(boolean earlier, int sign) {
        List<Integer> order = periods.stream().distinct().toList();
        Map<Pair, List<Double>> found = new TreeMap<>();
        for (int k = 0; k < (earlier ? periods.size() : order.size()); k++) {
            int j = periods.get(k);
            for (int i : tasks()) {
                boolean before = order.indexOf(i) < order.indexOf(j);
                Optional<Double> from = endOf(i, k - 1);
                Optional<Double> to = endOf(i, k);
                if (i != j && before == earlier && from.isPresent() && to.isPresent()) {
                    found.computeIfAbsent(new Pair(i, j), pair -> new ArrayList<>()).add(sign * (to.get() - from.get()));
                }
            }
        }
        Map<Pair, Double> means = new TreeMap<>();
        found.forEach((pair, values) -> means.put(pair, Means.of(values)));
        return means;
    }

    /** What a task gave in the last evaluation of a period, or right after it; for −1 before the first. Empty if it was not evaluated then. */
    private Optional<Double> endOf(int task, int period) {
        return returns.get(task).stream().filter(test -> test.period() == period).reduce((first, second) -> second).map(Course.Test::score);
    }
}
