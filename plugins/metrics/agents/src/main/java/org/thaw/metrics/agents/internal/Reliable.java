package org.thaw.metrics.agents.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.RunView;
import org.thaw.api.metric.Summary;
import org.thaw.api.metric.SummaryFactory;
import org.thaw.toolkit.statistics.Bootstrap;
import org.thaw.toolkit.statistics.Interval;

/**
 * Learners compared over several tasks by few runs, with intervals (Agarwal et al. 2021, {@code rliable}). A task is an environment, or, where scores are read
 * off the last evaluations, a task in an environment; a run's score on each is brought onto a common scale.
 *
 * <ul>
 * <li>{@code reliable/iqm}: interquartile mean over all runs on all tasks.
 * <li>{@code reliable/improvement-over/<other>}: probability that a run of the learner scores more than one of the other, the mean over tasks.
 * <li>{@code reliable/profile}, a series: the share of runs that score above τ, over τ.
 * </ul>
 *
 * {@code …/low} and {@code …/high} are the ends of 95% intervals by the percentile bootstrap, stratified by task. Only tasks that every learner was
 * scored on count. Learners that have no score are not mentioned.
 *
 * <p>The course of a role ends where its learner is renewed with knowledge: what a learner made anew does is not counted.
 */
public final class Reliable implements Summary {
    private static final String LEARNER = "learner";
    private static final double LEVEL = 0.95;
    private static final int THRESHOLDS = 51;

    private final Config config;
    private final Scale scale;
    private final Map<String, Map<Task, List<Double>>> byLearner = new LinkedHashMap<>();

    /** Where scores come from, and how they are normalised. */
    public record Config(
            @Parameter(value = "number of each run that is its score, such as return-curve/evaluation; evaluated: its last evaluation on each task", byDefault = "evaluated") String metric,
            @Parameter(value = "score of evaluations", byDefault = "return") String score,
            @Parameter(value = Scale.LOW + "; tasks are numbered by environment, then by task", byDefault = "[]") List<Double> low,
            @Parameter(value = Scale.HIGH, byDefault = "[]") List<Double> high,
            @Parameter(value = "resamples of the bootstrap", byDefault = "2000", range = "[1,*)", source = "rliable's for performance profiles") int bootstraps) {
    }

    /** Kept in sorted collections and not compared by {@code equals}, as {@link Pair}. */
    private record Task(String environment, int number) implements Comparable<Task> {
        @Override
        public int compareTo(Task other) {
            int place = environment.compareTo(other.environment);
            return place == 0 ? Integer.compare(number, other.number) : place;
        }
    }

    private Reliable(Config config) {
        this.config = config;
        this.scale = new Scale(config.low(), config.high());
    }

    @Override
    public void on(RunView run) {
        if (config.metric().equals("evaluated")) {
            Courses.of(run.events(), config.score()).of(LEARNER).ifPresent(course -> course.tasks().forEach(task ->
                    add(run, task, Means.ofLast(1, course.scores(task, test -> true)))));
        } else {
            run.scalar(LEARNER, config.metric()).ifPresent(score -> add(run, 0, score));
        }
    }

    private void add(RunView run, int task, double score) {
        if (Double.isFinite(score)) {
            byLearner.computeIfAbsent(run.learner(), learner -> new TreeMap<>()).computeIfAbsent(new Task(run.environment(), task), t -> new ArrayList<>()).add(score);
        }
    }

    @Override
    public void report(Findings out) {
        Set<Task> tasks = new TreeSet<>();
        byLearner.values().forEach(scores -> tasks.addAll(scores.keySet()));
        List<Task> all = List.copyOf(tasks);
        byLearner.values().forEach(scores -> tasks.retainAll(scores.keySet()));
        if (tasks.isEmpty()) {
            return;
        }
        Map<String, double[][]> scores = new LinkedHashMap<>();
        byLearner.forEach((learner, own) -> scores.put(learner, tasks.stream()
                .map(task -> own.get(task).stream().mapToDouble(score -> scale.of(Collections.binarySearch(all, task), score)).toArray()).toArray(double[][]::new)));
        double[] thresholds = thresholds(scores.values().stream().flatMapToDouble(each -> DoubleStream.of(Robust.all(each))).toArray());
        scores.forEach((learner, own) -> {
            report(learner, "reliable/iqm", "", Robust.interquartileMean(own), bootstrap(learner + "/iqm").interval(own, Robust::interquartileMean), out);
            out.series(learner, "reliable/profile", thresholds, DoubleStream.of(thresholds).map(threshold -> Robust.above(own, threshold)).toArray());
            Set<String> others = new LinkedHashSet<>(scores.keySet());
            others.remove(learner);
            others.forEach(other -> improvement(learner, own, other, scores.get(other), out));
        });
    }

    private void improvement(String learner, double[][] own, String other, double[][] theirs, Findings out) {
        int tasks = own.length;
        double[][] strata = IntStream.range(0, 2 * tasks).mapToObj(s -> s < tasks ? own[s] : theirs[s - tasks]).toArray(double[][]::new);
        double[][] x = new double[tasks][];
        double[][] y = new double[tasks][];
        Interval interval = bootstrap(learner + "/over/" + other).interval(strata, sample -> {
            System.arraycopy(sample, 0, x, 0, tasks);
            System.arraycopy(sample, tasks, y, 0, tasks);
            return Robust.improvement(x, y);
        });
        report(learner, "reliable/improvement-over", "/" + other, Robust.improvement(own, theirs), interval, out);
    }

    private Bootstrap bootstrap(String name) {
        return new Bootstrap("reliable/" + name, config.bootstraps(), LEVEL);
    }

    private static void report(String learner, String metric, String path, double value, Interval interval, Findings out) {
        out.scalar(learner, metric + path, value);
        out.scalar(learner, metric + path + "/low", interval.low());
        out.scalar(learner, metric + path + "/high", interval.high());
    }

    /** Evenly from the lowest score to the highest. */
    private static double[] thresholds(double[] scores) {
        double low = DoubleStream.of(scores).min().orElse(0);
        double high = DoubleStream.of(scores).max().orElse(0);
        return low == high ? new double[] {low} : IntStream.range(0, THRESHOLDS).mapToDouble(n -> low + (high - low) * n / (THRESHOLDS - 1)).toArray();
    }

    /** Makes the summary. */
    @Plugin(kind = Plugin.Kind.SUMMARY, id = "reliable", summary = "Interquartile means, performance profiles and probabilities of improvement, with bootstrap intervals.",
            source = "Agarwal et al.: Deep reinforcement learning at the edge of the statistical precipice, NeurIPS 2021")
    public static final class Factory implements SummaryFactory<Config> {
        @Override
        public Summary create(Config configuration) {
            return new Reliable(configuration);
        }
    }
}
