package org.thaw.metrics.supervised.internal;

import java.util.function.ToDoubleFunction;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.Metric;
import org.thaw.toolkit.events.FirstLearner;

/**
 * A number that is a formula over all tests of a role. Roles that learned no task are passed over. The course of a role ends where its learner
 * is renewed with knowledge: what a learner made anew does is not counted.
 */
final class TrajectoryMetric implements Metric {
    private final FirstLearner first = new FirstLearner();
    private final PerRole<Trajectories> roles = new PerRole<>(Trajectories::new, Trajectories::new);
    private final String id;
    private final ToDoubleFunction<Trajectories> formula;

    TrajectoryMetric(String id, ToDoubleFunction<Trajectories> formula) {
        this.id = id;
        this.formula = formula;
    }

    @Override
    public void on(Event event) {
        if (!first.counts(event)) {
            return;
        }
        if (event instanceof Event.Evaluated evaluated) {
            roles.of(evaluated.role()).on(evaluated);
        } else if (event instanceof Event.Forked fork) {
            roles.forked(fork);
        }
    }

    @Override
    public void report(Findings out) {
        roles.forEach((role, tests) -> {
            if (tests.tasks() > 0) {
                out.scalar(role, id, formula.applyAsDouble(tests));
            }
        });
    }
}
