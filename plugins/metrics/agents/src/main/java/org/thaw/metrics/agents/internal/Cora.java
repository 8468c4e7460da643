package org.thaw.metrics.agents.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.RunView;
import org.thaw.api.metric.Summary;
import org.thaw.api.metric.SummaryFactory;

/**
 * The three metrics of CORA (Powers et al. 2022, section 4). r<sub>i</sub> is the return on task i in evaluations, a rolling mean of the latest 20, over
 * max|r<sub>i</sub>|, which is taken over all runs of all learners in the environment; the twins of learners do not count.
 *
 * <ul>
 * <li>Continual evaluation C: the series {@code cora/continual/<task>} of r<sub>i</sub> over steps, the mean of the runs; {@code cora/continual}, the mean of
 *     r<sub>i</sub> over the tasks at the end.
 * <li>Isolated forgetting F<sub>i,j</sub>, i before j in the cycle: r<sub>i</sub> before training on j less that after it, the mean over all cycles.
 * <li>Zero-shot forward transfer Z<sub>i,j</sub>, i after j in the cycle: r<sub>i</sub> after training on j less that before it, in the first cycle, where task
 *     i is new.
 * </ul>
 *
 * F and Z are reported as matrices, {@code cora/forgetting} and {@code cora/transfer}, rows i, columns j, each entry the mean of the runs; and as the mean over
 * the entries of a run, averaged over runs, with its standard error of the mean as {@code …/error}. Where there are several environments, the environment's name
 * follows.
 *
 * <p>The course of a role ends where its learner is renewed with knowledge: what a learner made anew does is not counted.
 */
public final class Cora implements Summary {
    private static final String LEARNER = "learner";
    private final Config config;
    private final Map<String, List<Entry>> byEnvironment = new TreeMap<>();

    /** How evaluations are read. */
    public record Config(
            @Parameter(value = "score of evaluations", byDefault = "return") String score,
            @Parameter(value = "how many evaluations the rolling mean takes in", byDefault = "20", range = "[1,*)", source = "Powers et al. 2022") int window) {
    }

    private record Entry(String learner, Rolled rolled) {
    }

    private Cora(Config config) {
        this.config = config;
    }

    @Override
    public void on(RunView run) {
        Courses.of(run.events(), config.score()).of(LEARNER).filter(course -> !course.tasks().isEmpty()).ifPresent(course ->
                byEnvironment.computeIfAbsent(run.environment(), environment -> new ArrayList<>()).add(new Entry(run.learner(), new Rolled(course, config.window()))));
    }

    @Override
    public void report(Findings out) {
        byEnvironment.forEach((environment, entries) -> {
            String path = Places.path(byEnvironment.keySet(), environment);
            Map<Integer, Double> greatest = new TreeMap<>();
            entries.forEach(entry -> entry.rolled().greatest().forEach((task, value) -> greatest.merge(task, value, Math::max)));
            Map<String, List<Rolled>> byLearner = new LinkedHashMap<>();
            entries.forEach(entry -> byLearner.computeIfAbsent(entry.learner(), learner -> new ArrayList<>()).add(entry.rolled().over(greatest)));
            byLearner.forEach((learner, runs) -> report(learner, path, runs, out));
        });
    }

    private static void report(String learner, String path, List<Rolled> runs, Findings out) {
        mean(learner, "cora/continual", path, runs.stream().map(Rolled::atTheEnd).toList(), out);
        for (int task : new TreeSet<>(runs.stream().flatMap(run -> run.tasks().stream()).toList())) {
            TreeMap<Long, List<Double>> curve = new TreeMap<>();
            runs.forEach(run -> run.curve(task).forEach((step, value) -> curve.computeIfAbsent(step, s -> new ArrayList<>()).add(value)));
            out.series(learner, "cora/continual/" + task + path, curve.keySet().stream().mapToDouble(Long::doubleValue).toArray(),
                    curve.values().stream().mapToDouble(Means::of).toArray());
        }
        matrix(learner, "cora/forgetting", path, runs.stream().map(Rolled::forgetting).toList(), out);
        matrix(learner, "cora/transfer", path, runs.stream().map(Rolled::transfer).toList(), out);
    }

    private static void matrix(String learner, String metric, String path, List<Map<Pair, Double>> runs, Findings out) {
        mean(learner, metric, path, runs.stream().map(run -> Means.of(run.values())).toList(), out);
        Map<Pair, List<Double>> entries = new TreeMap<>();
        runs.forEach(run -> run.forEach((pair, value) -> entries.computeIfAbsent(pair, p -> new ArrayList<>()).add(value)));
        int size = entries.keySet().stream().mapToInt(pair -> Math.max(pair.i(), pair.j()) + 1).max().orElse(0);
        double[][] rows = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                rows[i][j] = Means.of(entries.getOrDefault(new Pair(i, j), List.of()));
            }
        }
        if (size > 0) {
            out.matrix(learner, metric + path, rows);
        }
    }

    private static void mean(String learner, String metric, String path, Collection<Double> values, Findings out) {
        double[] defined = values.stream().mapToDouble(Double::doubleValue).filter(Double::isFinite).toArray();
        out.scalar(learner, metric + path, Means.of(defined));
        out.scalar(learner, metric + path + "/error", Means.standardError(defined));
    }

    /** Makes the summary. */
    @Plugin(kind = Plugin.Kind.SUMMARY, id = "cora", summary = "Continual evaluation, isolated forgetting and zero-shot forward transfer over cycles of tasks.",
            source = "Powers et al.: CORA, CoLLAs 2022, section 4")
    public static final class Factory implements SummaryFactory<Config> {
        @Override
        public Summary create(Config configuration) {
            return new Cora(configuration);
        }
    }
}
