package org.thaw.metrics.imitation.internal;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What E3 reads off lives after a change. The area under a curve of returns is the mean return over the whole life in the changed world; all live equally
 * long in it.
 */
final class Ladder {
    private static final int OWN = 0;
    private static final int FROZEN = 1;
    private static final int FRESH = 2;
    private static final int RANDOM = 3;

    private final String name;
    private final List<Lifetimes> runs;
    private final int resamples;

    Ladder(String name, List<Lifetimes> runs, int resamples) {
        this.name = name;
        this.runs = runs;
        this.resamples = resamples;
    }

    /** The levels that were climbed. */
    SortedSet<Integer> levels() {
        SortedSet<Integer> levels = new TreeSet<>();
        runs.forEach(run -> run.tasks().stream().filter(task -> task > Lifetimes.LIFE && !run.of(Lifetimes.FROZEN_TEACHER, task).isEmpty()).forEach(task -> levels.add(level(task))));
        return levels;
    }

    private static int level(int task) {
        return task - Lifetimes.LIFE - 1;
    }

    private static int task(int level) {
        return level + Lifetimes.LIFE + 1;
    }

    SortedSet<String> arms(int level) {
        SortedSet<String> arms = new TreeSet<>();
        runs.forEach(run -> arms.addAll(run.arms(task(level))));
        return arms;
    }

    SortedSet<String> students(int level) {
        SortedSet<String> students = new TreeSet<>();
        runs.forEach(run -> students.addAll(run.students(task(level))));
        return students;
    }

    /** An arm's lifetimes beside those of the teacher's copies. */
    Sample of(String arm, int level) {
        return new Sample(name + "/L" + level + "/" + arm, resamples, runs.stream().map(run -> run.of(arm, task(level)).stream().map(k -> new double[] {
                area(run, arm, k, level), area(run, Lifetimes.FROZEN_TEACHER, k, level), area(run, Lifetimes.TEACHER, k, level), area(run, Lifetimes.RANDOM, k, level)
        }).toList()).toList());
    }

    private static double area(Lifetimes run, String arm, long k, int level) {
        return run.earned(arm, k, task(level), 0, Double.POSITIVE_INFINITY);
    }

    /** AUC / AUC of a fresh teacher, both normalised: (J − J_random) / (J_fresh − J_random); the reference cancels. */
    static double ratio(double[] means) {
        return (means[OWN] - means[RANDOM]) / (means[FRESH] - means[RANDOM]);
    }

    /** AUC − AUC of the frozen teacher, in units of the return. */
    static double overFrozen(double[] means) {
        return means[OWN] - means[FROZEN];
    }

    /** AUC − AUC of random play, in units of the return. */
    static double overRandom(double[] means) {
        return means[OWN] - means[RANDOM];
    }

    /** An arm's mean return over steps after the change, in windows of a twentieth of the longest life. */
    Curve curve(String arm, int level) {
        return curve(arm, level, 0);
    }

    /** The same, drawn so many steps later. */
    Curve curve(String arm, int level, double shift) {
        return Curve.over(width(level), longest(arm, task(level)), shift, (from, to) -> window(arm, task(level), from, to));
    }

    /** The teacher's mean return before the change at T1, in windows as wide as those after it. */
    Curve before(int level, double t1) {
        return Curve.over(width(level), t1, 0, (from, to) -> window(Lifetimes.TEACHER, Lifetimes.LIFE, from, to));
    }

    private double width(int level) {
        return arms(level).stream().mapToDouble(arm -> longest(arm, task(level))).max().orElse(0) / Curve.WINDOWS;
    }

    private double longest(String arm, int task) {
        return runs.stream().flatMapToDouble(run -> run.of(arm, task).stream().mapToDouble(k -> run.length(arm, k, task))).max().orElse(0);
    }

    private Sample window(String arm, int task, double from, double to) {
        return new Sample(name + "/" + arm + "/" + task + "/" + to, Curve.resamples(resamples), runs.stream().map(run -> run.of(arm, task).stream()
                .map(k -> new double[] {run.earned(arm, k, task, from, to)}).toList()).toList());
    }
}
