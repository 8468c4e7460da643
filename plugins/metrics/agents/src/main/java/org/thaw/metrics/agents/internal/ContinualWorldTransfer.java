package org.thaw.metrics.agents.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.RunView;
import org.thaw.api.metric.Summary;
import org.thaw.api.metric.SummaryFactory;
import org.thaw.toolkit.statistics.Bootstrap;
import org.thaw.toolkit.statistics.Interval;

/**
 * Forward transfer of Continual World (Wołczyk et al. 2021, section 4.3): FT = 1/N Σ<sub>i</sub> FT<sub>i</sub>, FT<sub>i</sub> = (AUC<sub>i</sub> −
 * AUC<sub>i</sub><sup>b</sup>)/(1 − AUC<sub>i</sub><sup>b</sup>). AUC<sub>i</sub> is the mean score on task i in the evaluations during and right after
 * its first training, on a scale from 0 to 1; b is the baseline that learns task i alone.
 *
 * <p>The baseline is another learner of the experiment, read from the runs of the same environment and seed, or, when its name begins with a slash, a
 * copy within the same run: {@code /fresh} is the role {@code learner/fresh}.
 *
 * <p>Reported for each learner but the baseline, over the seeds that both have: {@code continual-world-transfer}, the mean; {@code …/low} and
 * {@code …/high}, its 90% interval from 4000 bootstraps over seeds; the series of FT<sub>i</sub> over the number of the task. Where there are several
 * environments, the environment's name follows. A task whose baseline reaches 1 throughout has no transfer and is left out.
 *
 * <p>The course of a role ends where its learner is renewed with knowledge: what a learner made anew does is not counted.
 */
public final class ContinualWorldTransfer implements Summary {
    private static final String ID = "continual-world-transfer";
    private static final String LEARNER = "learner";

    private final Config config;
    private final Scale scale;
    private final List<Entry> entries = new ArrayList<>();

    /** The baseline, and how scores are read. */
    public record Config(
            @Parameter("the learner that learns each task alone, by its name in the experiment; or /fresh, a copy within the same run that has learned nothing") String baseline,
            @Parameter(value = "score of evaluations", byDefault = "return") String score,
            @Parameter(value = Scale.LOW, byDefault = "[]") List<Double> low,
            @Parameter(value = Scale.HIGH, byDefault = "[]") List<Double> high,
            @Parameter(value = "resamples of the bootstrap", byDefault = "4000", range = "[1,*)", source = "Wołczyk et al. 2021") int bootstraps) {
    }

    /** A role of a run, with its AUC by task. */
    private record Entry(String learner, String environment, long seed, String role, Map<Integer, Double> areas) {
        boolean isBaselineOf(Entry other, String baseline) {
            boolean within = baseline.startsWith("/");
            return learner.equals(within ? other.learner : baseline) && environment.equals(other.environment) && seed == other.seed && role.equals(within ? LEARNER + baseline : LEARNER);
        }
    }

    private ContinualWorldTransfer(Config config) {
        this.config = config;
        this.scale = new Scale(config.low(), config.high());
    }

    @Override
    public void on(RunView run) {
        Courses.of(run.events(), config.score()).forEach((role, course) -> {
            Map<Integer, Double> byTask = new TreeMap<>();
            for (int task : course.tasks()) {
                int period = course.periods().indexOf(task);
                byTask.put(task, scale.of(task, Means.of(course.scores(task, test -> test.period() == period))));
            }
            entries.add(new Entry(run.learner(), run.environment(), run.seed(), role, byTask));
        });
    }

    @Override
    public void report(Findings out) {
        TreeSet<String> environments = new TreeSet<>(entries.stream().map(Entry::environment).toList());
        for (String environment : environments) {
            Map<String, List<Map<Integer, Double>>> bySeed = new LinkedHashMap<>();
            for (Entry entry : entries) {
                Optional<Entry> baseline = entries.stream().filter(other -> other.isBaselineOf(entry, config.baseline())).findFirst();
                if (entry.environment().equals(environment) && entry.role().equals(LEARNER) && !entry.learner().equals(config.baseline()) && baseline.isPresent()) {
                    bySeed.computeIfAbsent(entry.learner(), learner -> new ArrayList<>()).add(transfer(entry.areas(), baseline.get().areas()));
                }
            }
            bySeed.forEach((learner, seeds) -> report(learner, Places.path(environments, environment), seeds, out));
        }
    }

    /** FT_i by task. */
    private static Map<Integer, Double> transfer(Map<Integer, Double> area, Map<Integer, Double> baseline) {
        Map<Integer, Double> byTask = new TreeMap<>();
        area.forEach((task, own) -> {
            double alone = baseline.getOrDefault(task, Double.NaN);
            double transfer = (own - alone) / (1 - alone);
            if (Double.isFinite(transfer)) {
                byTask.put(task, transfer);
            }
        });
        return byTask;
    }

    private void report(String learner, String path, List<Map<Integer, Double>> seeds, Findings out) {
        double[] means = seeds.stream().filter(seed -> !seed.isEmpty()).mapToDouble(seed -> Means.of(seed.values())).toArray();
        if (means.length == 0) {
            return;
        }
        Map<Integer, List<Double>> byTask = new TreeMap<>();
        seeds.forEach(seed -> seed.forEach(gather(byTask)));
        Interval interval = new Bootstrap(ID + "/" + learner + path, config.bootstraps(), 0.9).interval(new double[][] {means}, sample -> Means.of(sample[0]));
        out.scalar(learner, ID + path, Means.of(means));
        out.scalar(learner, ID + path + "/low", interval.low());
        out.scalar(learner, ID + path + "/high", interval.high());
        out.series(learner, ID + path, byTask.keySet().stream().mapToDouble(Integer::doubleValue).toArray(), byTask.values().stream().mapToDouble(Means::of).toArray());
    }

    private static BiConsumer<Integer, Double> gather(Map<Integer, List<Double>> byTask) {
        return (task, value) -> byTask.computeIfAbsent(task, t -> new ArrayList<>()).add(value);
    }

    /** Makes the summary. */
    @Plugin(kind = Plugin.Kind.SUMMARY, id = ID, summary = "What earlier tasks did for learning each next one, against learning it alone.",
            source = "Wołczyk et al.: Continual World, NeurIPS 2021, section 4.3")
    public static final class Factory implements SummaryFactory<Config> {
        @Override
        public Summary create(Config configuration) {
            return new ContinualWorldTransfer(configuration);
        }
    }
}
