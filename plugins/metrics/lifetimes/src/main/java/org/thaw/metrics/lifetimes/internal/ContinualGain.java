package org.thaw.metrics.lifetimes.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;
import org.thaw.toolkit.events.FirstLearner;

/**
 * What a learner gained by going on learning: AUC(live) − AUC(twin) after the step t at which the twin was made, for twins that do not learn from there on:
 * frozen copies, {@code <role>/frozen@<n>}, and students that imitate the learner as it was up to t, {@code <role>/imitation@<n>} or
 * {@code <role>/imitation-<name>@<n>}. Reported under the name of each, in two variants:
 *
 * <ul>
 * <li>{@code continual-gain}, from evaluations. p(s) is the score of the evaluations at step s of the live learner: the return, or the accuracy
 *     averaged over the tasks that the live learner has met by s (all, where tasks have no boundaries). AUC = 1/(S − t) ∫<sub>t</sub><sup>S</sup>
 *     p(s) ds, S being the last evaluation, by the trapezoidal rule; so the gain is in units of the score and can be compared over lengths. Unless both were
 *     evaluated at t, the difference there is taken to be 0 for a frozen copy, which is the same learner at t, and for an imitator what it is at the first evaluation. The
 *     difference p<sub>live</sub> − p<sub>twin</sub> over s is reported as a series. Undefined if there was no evaluation after t.
 * <li>{@code continual-gain/earned}, from the rewards of the lives themselves: mean reward per step lived after t, live less twin, over as
 *     many stretches as both have. A stretch that began before t is left out.
 * </ul>
 *
 * <p>Both end where another lifetime begins for either ({@link Event.Renewed}): the gain is one within the lifetime of the fork. Twins of a learner that was
 * renewed with knowledge are not counted.
 */
public final class ContinualGain implements Metric {
    private static final Pattern TWIN = Pattern.compile(".*/(frozen|(imitation(-[^/@]+)?))@[^/]*");
    private final FirstLearner first = new FirstLearner();
    private final Map<String, Set<Integer>> met = new HashMap<>();
    /** By the twin's name. */
    private final Map<String, Twins> twins = new LinkedHashMap<>();

    private ContinualGain() {
    }

    @Override
    public void on(Event event) {
        if (event instanceof Event.Renewed renewed) {
            twins.values().forEach(pair -> pair.renewed(renewed));
        }
        if (!first.counts(event)) {
            return;
        }
        if (event instanceof Event.TaskBegan began) {
            met(began.role()).add(began.task());
        } else if (event instanceof Event.Forked forked) {
            Matcher twin = TWIN.matcher(forked.as());
            if (twin.matches()) {
                twins.putIfAbsent(forked.as(), new Twins(forked, twin.group(2) == null, met(forked.role())));
            }
        } else if (event instanceof Event.Evaluated evaluated) {
            twins.values().forEach(pair -> pair.tested(evaluated));
        } else if (event instanceof Event.Earned earned) {
            twins.values().forEach(pair -> pair.earned(earned));
        }
    }

    private Set<Integer> met(String role) {
        return met.computeIfAbsent(role, r -> new TreeSet<>());
    }

    @Override
    public void report(Findings out) {
        twins.values().forEach(pair -> pair.report(out));
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = "continual-gain", summary = "How much better a learner does than its frozen and imitation twins from the fork on.")
    public static final class Factory implements MetricFactory<None> {
        @Override
        public Metric create(None configuration) {
            return new ContinualGain();
        }
    }
}
