package org.thaw.metrics.supervised.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.RunView;
import org.thaw.toolkit.events.FirstLearner;

/**
 * The learners of an experiment beside one of them, the reference, on each task right after learning it: R[k, k] and that of the reference's run in the same environment and seed.
 * The course of a role ends where its learner is renewed with knowledge: what a learner made anew does is not counted.
 */
final class AgainstReference {
    private final String reference;
    private final String usual;
    /** By environment, learner and seed. */
    private final TreeMap<String, Map<String, Map<Long, Accuracies>>> runs = new TreeMap<>();

    /** What is found of a learner. */
    interface Finding {
        /**
         * Takes it.
         *
         * @param path  what the ids of findings end in: which reference, if it is not the usual one, and which environment, if there are several
         * @param terms of tasks 1 … T, T at least 1: means over the seeds that both learners have
         */
        void of(String learner, String path, double[] terms);
    }

    /**
     * Nothing heard yet.
     *
     * @param usual the reference that findings need not name
     */
    AgainstReference(String reference, String usual) {
        this.reference = reference;
        this.usual = usual;
    }

    /** Takes a run. */
    void on(RunView run) {
        Accuracies accuracies = new Accuracies();
        FirstLearner first = new FirstLearner();
        for (Event event : run.events()) {
            if (first.counts(event) && event instanceof Event.Evaluated e && e.role().equals("learner")) {
                accuracies.on(e);
            }
        }
        runs.computeIfAbsent(run.environment(), environment -> new LinkedHashMap<>()).computeIfAbsent(run.learner(), learner -> new LinkedHashMap<>())
                .put(run.seed(), accuracies);
    }

    /** Each learner but the reference, environment by environment; {@code term} is of R[k, k] and that of the reference. */
    void forEach(DoubleBinaryOperator term, Finding finding) {
        runs.forEach((environment, learners) -> {
            String path = (reference.equals(usual) ? "" : "/against/" + reference) + (runs.size() == 1 ? "" : "/" + environment);
            Map<Long, Accuracies> others = learners.getOrDefault(reference, Map.of());
            learners.forEach((learner, seeds) -> {
                List<double[]> pairs = new ArrayList<>();
                seeds.forEach((seed, run) -> {
                    Accuracies other = others.get(seed);
                    if (other != null && run.tasks() > 0) {
                        pairs.add(IntStream.rangeClosed(1, run.tasks()).mapToDouble(k -> term.applyAsDouble(run.r(k, k), other.r(k, k))).toArray());
                    }
                });
                if (!learner.equals(reference) && !pairs.isEmpty()) {
                    finding.of(learner, path, means(pairs));
                }
            });
        });
    }

    private static double[] means(List<double[]> seeds) {
        int tasks = seeds.stream().mapToInt(seed -> seed.length).min().orElseThrow();
        return IntStream.range(0, tasks).mapToDouble(k -> Mean.over(0, seeds.size() - 1, seed -> seeds.get(seed)[k])).toArray();
    }
}
