package org.thaw.metrics.imitation.internal;

import static org.thaw.metrics.imitation.internal.Lifetimes.LIFE;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * What E1 and E2 read off lifetimes in which students take over from a teacher at T1. J<sub>X</sub>(T1) is X's mean return over the first w steps after T1,
 * J<sub>X</sub>(T1 + ΔT) over the last w steps; the same steps, in the same worlds, for all. Each number depends on means over lifetimes, so a ratio is one
 * of means: within a lifetime its denominator may be nothing.
 */
final class Takeover {
    private static final int AT_FREEZING = 0;
    private static final int AT_END = 1;
    private static final int TEACHER_AT_FREEZING = 2;
    private static final int TEACHER_AT_END = 3;
    private static final int RANDOM = 4;
    private static final int THEN = 0;
    private static final int TEACHER_THEN = 1;
    private static final int RANDOM_THEN = 2;

    private final String name;
    private final List<Lifetimes> runs;
    private final Scale scale;
    private final double reference;

    /** @param name of the bootstraps' streams */
    Takeover(String name, List<Lifetimes> runs, Scale scale) {
        this.name = name;
        this.runs = runs;
        this.scale = scale;
        this.reference = scale.reference().isEmpty() ? teachersBest() : scale.reference().get(0);
    }

    /** Everybody who lived, teacher and random included. */
    SortedSet<String> arms() {
        SortedSet<String> arms = new TreeSet<>();
        runs.forEach(run -> arms.addAll(run.arms(LIFE)));
        return arms;
    }

    SortedSet<String> students() {
        SortedSet<String> students = new TreeSet<>();
        runs.forEach(run -> students.addAll(run.students(LIFE)));
        return students;
    }

    /** J_reference; NaN if nothing is known of the teacher. */
    double reference() {
        return reference;
    }

    /** Whether somebody took over at all. */
    boolean happened() {
        return Double.isFinite(freezing());
    }

    /** An arm's lifetimes beside the teacher's. */
    Sample of(String arm) {
        List<List<double[]>> rows = new ArrayList<>();
        for (Lifetimes run : runs) {
            rows.add(run.of(arm, LIFE).stream().map(k -> row(run, arm, k)).toList());
        }
        return new Sample(name + "/" + arm, scale.resamples(), rows);
    }

    private double[] row(Lifetimes run, String arm, long k) {
        double t1 = run.freezing(k);
        double end = run.length(Lifetimes.TEACHER, k, LIFE);
        double w = window(t1);
        return new double[] {earned(run, arm, k, t1, t1 + w), earned(run, arm, k, end - w, end),
                earned(run, Lifetimes.TEACHER, k, t1, t1 + w), earned(run, Lifetimes.TEACHER, k, end - w, end),
                run.earned(Lifetimes.RANDOM, k, LIFE, 0, Double.POSITIVE_INFINITY)};
    }

    private double window(double t1) {
        return scale.window() > 0 ? scale.window() : Math.max(1, Math.floor(t1 / 10));
    }

    /** Over steps of the lifetime: a student's own begin at T1. */
    private static double earned(Lifetimes run, String arm, long k, double from, double to) {
        boolean fromBirth = arm.equals(Lifetimes.TEACHER) || arm.equals(Lifetimes.FROZEN_TEACHER) || arm.equals(Lifetimes.RANDOM);
        double born = fromBirth ? 0 : run.freezing(k);
        return run.earned(arm, k, LIFE, from - born, to - born);
    }

    /** An arm's lifetimes beside the teacher's, at T1 alone. */
    Sample atFreezing(String arm) {
        List<List<double[]>> rows = new ArrayList<>();
        for (Lifetimes run : runs) {
            rows.add(run.of(arm, LIFE).stream().map(k -> {
                double t1 = run.freezing(k);
                double w = window(t1);
                return new double[] {earned(run, arm, k, t1, t1 + w), earned(run, Lifetimes.TEACHER, k, t1, t1 + w),
                        run.earned(Lifetimes.RANDOM, k, LIFE, 0, Double.POSITIVE_INFINITY)};
            }).toList());
        }
        return new Sample(name + "/" + arm, scale.resamples(), rows);
    }

    /** E1, of lifetimes at T1: R = z_student(T1) / z_teacher(T1). */
    static double ratio(double[] means) {
        return (means[THEN] - means[RANDOM_THEN]) / (means[TEACHER_THEN] - means[RANDOM_THEN]);
    }

    /** E2: G = [J_T(T1 + ΔT) − J_S(T1 + ΔT)] / [J_T(T1 + ΔT) − J_T(T1)]. */
    static double gap(double[] means) {
        return (means[TEACHER_AT_END] - means[AT_END]) / (means[TEACHER_AT_END] - means[TEACHER_AT_FREEZING]);
    }

    /** The teacher's further gain, z_T(T1 + ΔT) − z_T(T1). */
    ToDoubleFunction<double[]> headroom() {
        return means -> z(means, TEACHER_AT_END) - z(means, TEACHER_AT_FREEZING);
    }

    /** What an arm itself gained after T1, z_X(T1 + ΔT) − z_X(T1): for a frozen student, adaptation in context. */
    ToDoubleFunction<double[]> ownGain() {
        return means -> z(means, AT_END) - z(means, AT_FREEZING);
    }

    ToDoubleFunction<double[]> atFreezing() {
        return means -> z(means, AT_FREEZING);
    }

    ToDoubleFunction<double[]> atEnd() {
        return means -> z(means, AT_END);
    }

    /** The interquartile mean of z over lifetimes, at the end or at T1; J_random is its mean over them all. */
    Estimate interquartileMean(Sample sample, boolean atEnd) {
        double random = sample.size() == 0 ? Double.NaN : sample.mean(RANDOM);
        return sample.interquartileMean(atEnd ? AT_END : AT_FREEZING, earned -> Scale.z(earned, random, reference));
    }

    private double z(double[] means, int column) {
        return Scale.z(means[column], means[RANDOM], reference);
    }

    /** An arm's mean return, window by window, at the window's end. Random play is a line. */
    Curve curve(String arm) {
        double w = window(freezing());
        double end = end();
        List<Double> x = new ArrayList<>();
        List<Estimate> y = new ArrayList<>();
        for (double to = w; to <= end; to += w) {
            double from = to - w;
            boolean always = arm.equals(Lifetimes.RANDOM);
            Estimate mean = column(name + "/" + arm + "/" + x.size(), arm, always ? 0 : from, always ? Double.POSITIVE_INFINITY : to).of(means -> means[0]);
            if (Double.isFinite(mean.value()) && (arm.equals(Lifetimes.TEACHER) || always || from >= freezing())) {
                x.add(to);
                y.add(mean);
            }
        }
        return Curve.of(x, y);
    }

    private Sample column(String stream, String arm, double from, double to) {
        return new Sample(stream, Curve.resamples(scale.resamples()), runs.stream()
                .map(run -> run.of(arm, LIFE).stream().map(k -> new double[] {earned(run, arm, k, from, to)}).toList()).toList());
    }

    /** T1; NaN if nobody was frozen. */
    double freezing() {
        return runs.stream().flatMap(run -> run.of(Lifetimes.TEACHER, LIFE).stream().map(run::freezing)).filter(Double::isFinite).findFirst().orElse(Double.NaN);
    }

    private double end() {
        return runs.stream().flatMapToDouble(run -> run.of(Lifetimes.TEACHER, LIFE).stream().mapToDouble(k -> run.length(Lifetimes.TEACHER, k, LIFE))).max().orElse(Double.NaN);
    }

    private double teachersBest() {
        double w = window(freezing());
        double end = end();
        double best = Double.NaN;
        for (double to = w; to <= end; to += w) {
            Sample all = column(name, Lifetimes.TEACHER, to - w, to);
            best = all.size() > 0 && !(best >= all.mean(0)) ? all.mean(0) : best;
        }
        return best;
    }
}
