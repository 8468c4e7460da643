package org.thaw.metrics.lifetimes.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;

/**
 * What a learner gained by going on learning: AUC(live) − AUC(frozen twin) after the step t at which the twin was forked. Reported under the name
 * of each frozen twin, {@code <role>/frozen@<n>}, in two variants:
 *
 * <ul>
 * <li>{@code continual-gain}, from evaluations. p(s) is the score of the evaluations at step s of the live learner: the return, or the accuracy
 *     averaged over the tasks that the live learner has met by s (all, where tasks have no boundaries). AUC = 1/(S − t) ∫<sub>t</sub><sup>S</sup>
 *     p(s) ds, S being the last evaluation, by the trapezoidal rule; so the gain is in units of the score and can be compared over lengths. At t
 *     the two are the same learner, so the difference there is taken to be 0 unless both were evaluated. The difference p<sub>live</sub> −
 *     p<sub>frozen</sub> over s is reported as a series. Undefined if there was no evaluation after t.
 * <li>{@code continual-gain/earned}, from the rewards of the lives themselves: mean reward per step lived after t, live less frozen, over as
 *     many stretches as both have. A stretch that began before t is left out.
 * </ul>
 */
public final class ContinualGain implements Metric {
    private static final String FROZEN = "/frozen@";
    private final Map<String, Set<Integer>> met = new HashMap<>();
    private final List<Twins> twins = new ArrayList<>();

    private ContinualGain() {
    }

    @Override
    public void on(Event event) {
        if (event instanceof Event.TaskBegan began) {
            met(began.role()).add(began.task());
        } else if (event instanceof Event.Forked forked && forked.as().contains(FROZEN)) {
            twins.add(new Twins(forked, met(forked.role())));
        } else if (event instanceof Event.Evaluated evaluated) {
            twins.forEach(pair -> pair.tested(evaluated));
        } else if (event instanceof Event.Earned earned) {
            twins.forEach(pair -> pair.earned(earned));
        }
    }

    private Set<Integer> met(String role) {
        return met.computeIfAbsent(role, r -> new TreeSet<>());
    }

    @Override
    public void report(Findings out) {
        twins.forEach(pair -> pair.report(out));
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = "continual-gain", summary = "How much better a learner does than its frozen twin from the fork on.")
    public static final class Factory implements MetricFactory<None> {
        @Override
        public Metric create(None configuration) {
            return new ContinualGain();
        }
    }
}
