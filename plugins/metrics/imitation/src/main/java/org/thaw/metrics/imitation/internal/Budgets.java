package org.thaw.metrics.imitation.internal;

import static org.thaw.metrics.imitation.internal.Lifetimes.LIFE;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * What E4 reads off novel lifetimes. J is a mean return over w steps: with the teacher's life in the context (kept), from an empty context (wiped), with
 * weights that studied that life (weights), and after each budget b of own experience, in context windows.
 */
final class Budgets {
    /** The tasks of the lives from an empty context, and of those with new weights. */
    private static final int WIPED_LIFE = 2;
    private static final int WEIGHTS_LIFE = 3;

    private static final int RANDOM = 0;
    private static final int KEPT = 1;
    private static final int WIPED = 2;
    private static final int WEIGHTS = 3;
    private static final int FIRST_BUDGET = 4;

    private final String name;
    private final List<Lifetimes> runs;
    private final List<Double> budgets;
    private final Scale scale;
    private final double reference;

    Budgets(String name, List<Lifetimes> runs, List<Double> budgets, Scale scale) {
        this.name = name;
        this.runs = runs;
        this.budgets = budgets;
        this.scale = scale;
        this.reference = scale.reference().isEmpty() ? teachersBest() : scale.reference().get(0);
    }

    /** @throws IllegalArgumentException if no slope beyond one window can be fitted, or budgets do not ascend */
    static List<Double> checked(List<Double> budgets) {
        for (int i = 0; i < budgets.size(); i++) {
            if (!(budgets.get(i) > (i == 0 ? 0 : budgets.get(i - 1)))) {
                throw new IllegalArgumentException("budgets " + budgets + ": expected numbers above 0, each greater than the one before");
            }
        }
        if (budgets.stream().filter(budget -> budget >= 1).count() < 2) {
            throw new IllegalArgumentException("budgets " + budgets + ": a slope beyond one window needs at least two of 1 or more");
        }
        return List.copyOf(budgets);
    }

    SortedSet<String> students() {
        SortedSet<String> students = new TreeSet<>();
        for (Lifetimes run : runs) {
            run.students(LIFE).stream().filter(student -> !run.of(student, WIPED_LIFE).isEmpty()).forEach(students::add);
        }
        return students;
    }

    /** A student's lifetimes beside the teacher's. */
    Sample of(String student) {
        List<List<double[]>> rows = new ArrayList<>();
        for (Lifetimes run : runs) {
            rows.add(run.of(student, WIPED_LIFE).stream().map(k -> row(run, student, k)).toList());
        }
        return new Sample(name + "/" + student, scale.resamples(), rows);
    }

    private double[] row(Lifetimes run, String student, long k) {
        double w = scale.window() > 0 ? scale.window() : run.length(student, k, LIFE);
        double context = (run.length(student, k, WIPED_LIFE) - w) / budgets.get(budgets.size() - 1);
        boolean episodic = run.episodic(LIFE, WIPED_LIFE, WEIGHTS_LIFE); // all three in one world
        double[] row = new double[FIRST_BUDGET + 2 * budgets.size()];
        row[RANDOM] = run.earned(Lifetimes.RANDOM, k, LIFE, episodic, 0, Double.POSITIVE_INFINITY);
        row[KEPT] = run.earned(student, k, LIFE, episodic, 0, w);
        row[WIPED] = run.earned(student, k, WIPED_LIFE, episodic, 0, w);
        row[WEIGHTS] = run.earned(student + "/weights", k, WEIGHTS_LIFE, episodic, 0, w);
        for (int i = 0; i < budgets.size(); i++) {
            double from = budgets.get(i) * context;
            row[FIRST_BUDGET + i] = run.earned(student, k, WIPED_LIFE, episodic, from, from + w);
            row[FIRST_BUDGET + budgets.size() + i] = run.earned(Lifetimes.TEACHER, k, LIFE, episodic, from, from + w);
        }
        return row;
    }

    /** What the context is worth: z_kept − z_wiped. */
    ToDoubleFunction<double[]> context() {
        return means -> z(means, KEPT) - z(means, WIPED);
    }

    /** Δ = z_weights − z_context. */
    ToDoubleFunction<double[]> delta() {
        return means -> z(means, WEIGHTS) - z(means, KEPT);
    }

    /** z per doubling of the budget beyond one window, by least squares over log₂ b. */
    ToDoubleFunction<double[]> slope() {
        return means -> slope(means, FIRST_BUDGET);
    }

    /** The same of the teacher, from scratch. */
    ToDoubleFunction<double[]> teachersSlope() {
        return means -> slope(means, FIRST_BUDGET + budgets.size());
    }

    /** The student's slope over the teacher's. */
    ToDoubleFunction<double[]> slopeRatio() {
        return means -> slope(means, FIRST_BUDGET) / slope(means, FIRST_BUDGET + budgets.size());
    }

    /** What the teacher's slope comes to from one window to the greatest budget. */
    ToDoubleFunction<double[]> headroom() {
        return means -> slope(means, FIRST_BUDGET + budgets.size()) * log2(budgets.get(budgets.size() - 1));
    }

    private double slope(double[] means, int first) {
        SimpleRegression line = new SimpleRegression();
        for (int i = 0; i < budgets.size(); i++) {
            if (budgets.get(i) >= 1) {
                line.addData(log2(budgets.get(i)), z(means, first + i));
            }
        }
        return line.getSlope();
    }

    private static double log2(double x) {
        return StrictMath.log(x) / StrictMath.log(2);
    }

    /**
     * Mean return over steps of a life that begins with an empty context, in windows of a twentieth of the students' longest: of a student, of the teacher from
     * scratch, or of random play, which is a line.
     */
    Curve curve(String arm) {
        boolean always = arm.equals(Lifetimes.RANDOM);
        int task = always || arm.equals(Lifetimes.TEACHER) ? LIFE : WIPED_LIFE;
        double longest = students().stream().mapToDouble(student -> longest(student, WIPED_LIFE)).max().orElse(0);
        double end = always ? longest : Math.min(longest, longest(arm, task));
        return Curve.over(longest / Curve.WINDOWS, end, 0, (from, to) -> new Sample(name + "/" + arm + "/return/" + to, Curve.resamples(scale.resamples()), runs.stream()
                .map(run -> run.of(arm, task).stream().map(k -> new double[] {run.earned(arm, k, task, run.episodic(LIFE, WIPED_LIFE, WEIGHTS_LIFE), always ? 0 : from,
                        always ? Double.POSITIVE_INFINITY : to)}).toList()).toList()));
    }

    private double longest(String arm, int task) {
        return runs.stream().flatMapToDouble(run -> run.of(arm, task).stream().mapToDouble(k -> run.length(arm, k, task))).max().orElse(0);
    }

    /** z after each budget. */
    double[] curve(Sample sample) {
        double[] z = new double[budgets.size()];
        for (int i = 0; i < z.length; i++) {
            z[i] = Scale.z(sample.mean(FIRST_BUDGET + i), sample.mean(RANDOM), reference);
        }
        return z;
    }

    /** z of the teacher after each budget. */
    double[] teachersCurve(Sample sample) {
        double[] z = new double[budgets.size()];
        for (int i = 0; i < z.length; i++) {
            z[i] = Scale.z(sample.mean(FIRST_BUDGET + budgets.size() + i), sample.mean(RANDOM), reference);
        }
        return z;
    }

    double[] budgets() {
        return budgets.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double z(double[] means, int column) {
        return Scale.z(means[column], means[RANDOM], reference);
    }

    /** The greatest of its means over lifetimes after each budget; NaN if there is no student to be compared with. */
    private double teachersBest() {
        double best = Double.NaN;
        for (String student : students()) {
            Sample sample = of(student);
            for (int i = 0; i < budgets.size() && sample.size() > 0; i++) {
                double mean = sample.mean(FIRST_BUDGET + budgets.size() + i);
                best = best >= mean ? best : mean;
            }
        }
        return best;
    }
}
