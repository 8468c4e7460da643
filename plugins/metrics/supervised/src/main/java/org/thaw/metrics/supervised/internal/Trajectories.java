package org.thaw.metrics.supervised.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.thaw.api.metric.Event;

/**
 * Every test of one role on each task, in order, those within tasks included: continual evaluation (De Lange et al. 2023). Tasks are counted from 1, as
 * in the paper: A(E<sub>i</sub>, f<sub>n</sub>) is the accuracy on task i of the learner as it is at test n.
 */
final class Trajectories {
    /**
     * A test on a task.
     *
     * @param met     how many tasks had begun by then
     * @param between whether it came after their end, and not within the last of them
     */
    record Test(int met, boolean between, double accuracy) {
    }

    private final TreeMap<Integer, List<Test>> tests = new TreeMap<>();

    Trajectories() {
    }

    /** A copy. */
    Trajectories(Trajectories other) {
        other.tests.forEach((task, list) -> tests.put(task, new ArrayList<>(list)));
    }

    /** Takes an evaluation. */
    void on(Event.Evaluated e) {
        Double accuracy = e.scores().get("accuracy");
        if (accuracy != null) {
            boolean between = e.during() < 0;
            tests.computeIfAbsent(e.on() + 1, task -> new ArrayList<>()).add(new Test(between ? e.after() : e.during() + 1, between, accuracy));
        }
    }

    /** T: how many tasks were learned; 0 if none was. */
    int tasks() {
        return tests.values().stream().flatMap(List::stream).filter(Test::between).mapToInt(Test::met).max().orElse(0);
    }

    /** The tests on task i since it began, in order. */
    List<Test> since(int i) {
        return tests.getOrDefault(i, List.of()).stream().filter(test -> test.met() >= i).toList();
    }

    /** A(E_i, f_{t_i}): the accuracy on task i when it has just been learned; NaN if it was not tested then. */
    double learned(int i) {
        return since(i).stream().filter(test -> test.between() && test.met() == i).mapToDouble(Test::accuracy).reduce(Double.NaN, (first, last) -> last);
    }
}
