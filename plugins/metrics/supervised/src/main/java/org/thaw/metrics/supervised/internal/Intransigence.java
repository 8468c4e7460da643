package org.thaw.metrics.supervised.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.RunView;
import org.thaw.api.metric.Summary;
import org.thaw.api.metric.SummaryFactory;
import org.thaw.toolkit.events.FirstLearner;

/**
 * I<sub>k</sub> = R*<sub>k</sub> − R[k, k] (Chaudhry et al. 2018): what a learner misses on task k against a reference that learned tasks 1 … k together. R*<sub>k</sub> is R[k, k] of the
 * reference learner's run in the same experiment, environment and seed; {@code cumulative} is such a learner. Above 0 is intransigence, below 0 the tasks before helped.
 *
 * <p>Reported for each learner but the reference, as means over the seeds that both have: I<sub>T</sub> as the number, the series of I<sub>k</sub> over k, and
 * {@code intransigence/mean} over all k. Where there are several environments, the environment's name follows.
 *
 * <p>The course of a role ends where its learner is renewed with knowledge: what a learner made anew does is not counted.
 */
public final class Intransigence implements Summary {
    private final String reference;
    private final Map<Key, Accuracies> runs = new LinkedHashMap<>();

    /** The reference learner. */
    public record Config(@Parameter(value = "name of the reference learner in the experiment, which learns tasks 1 to k together", byDefault = "cumulative") String reference) {
    }

    private record Key(String learner, String environment, long seed) {
    }

    private Intransigence(String reference) {
        this.reference = reference;
    }

    @Override
    public void on(RunView run) {
        Accuracies accuracies = new Accuracies();
        FirstLearner first = new FirstLearner();
        for (Event event : run.events()) {
            if (first.counts(event) && event instanceof Event.Evaluated e && e.role().equals("learner")) {
                accuracies.on(e);
            }
        }
        runs.put(new Key(run.learner(), run.environment(), run.seed()), accuracies);
    }

    @Override
    public void report(Findings out) {
        TreeSet<String> environments = new TreeSet<>(runs.keySet().stream().map(Key::environment).toList());
        for (String environment : environments) {
            String path = environments.size() == 1 ? "" : "/" + environment;
            Map<String, List<double[]>> pairs = new LinkedHashMap<>();
            runs.forEach((key, run) -> {
                Accuracies best = runs.get(new Key(reference, key.environment(), key.seed()));
                if (key.environment().equals(environment) && !key.learner().equals(reference) && best != null && run.tasks() > 0) {
                    pairs.computeIfAbsent(key.learner(), learner -> new ArrayList<>()).add(of(run, best));
                }
            });
            pairs.forEach((learner, each) -> report(learner, path, each, out));
        }
    }

    /** I_1 … I_T of a pair of runs. */
    private static double[] of(Accuracies run, Accuracies best) {
        return IntStream.rangeClosed(1, run.tasks()).mapToDouble(k -> best.r(k, k) - run.r(k, k)).toArray();
    }

    private static void report(String learner, String path, List<double[]> pairs, Findings out) {
        int tasks = pairs.stream().mapToInt(pair -> pair.length).min().orElse(0);
        double[] means = IntStream.range(0, tasks).mapToDouble(k -> Mean.over(0, pairs.size() - 1, seed -> pairs.get(seed)[k])).toArray();
        out.scalar(learner, "intransigence" + path, means[tasks - 1]);
        out.scalar(learner, "intransigence/mean" + path, Mean.over(0, tasks - 1, k -> means[k]));
        out.series(learner, "intransigence" + path, IntStream.rangeClosed(1, tasks).asDoubleStream().toArray(), means);
    }

    /** Makes the summary. */
    @Plugin(kind = Plugin.Kind.SUMMARY, id = "intransigence", summary = "What learning one after another costs on the newest task, against learning all together.",
            source = "Chaudhry, Dokania, Ajanthan & Torr, ECCV 2018")
    public static final class Factory implements SummaryFactory<Config> {
        @Override
        public Summary create(Config configuration) {
            return new Intransigence(configuration.reference());
        }
    }
}
