package org.thaw.metrics.supervised.internal;

import java.util.function.ToDoubleFunction;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.Metric;
import org.thaw.toolkit.events.FirstLearner;

/**
 * A metric that is a formula over the accuracy matrix. Roles that were never tested for accuracy are passed over. The course of a role ends where its learner
 * is renewed with knowledge: what a learner made anew does is not counted.
 */
final class MatrixMetric implements Metric {
    private final FirstLearner first = new FirstLearner();
    private final PerRole<Accuracies> roles = new PerRole<>(Accuracies::new, Accuracies::new);
    private final Reading reading;

    MatrixMetric(Reading reading) {
        this.reading = reading;
    }

    /** What is read off the matrix of a role. */
    interface Reading {
        void report(String role, Accuracies r, Findings out);
    }

    /** A single number. */
    static MatrixMetric scalar(String id, ToDoubleFunction<Accuracies> formula) {
        return new MatrixMetric((role, r, out) -> out.scalar(role, id, formula.applyAsDouble(r)));
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
        roles.forEach((role, r) -> {
            if (r.tasks() > 0) {
                reading.report(role, r, out);
            }
        });
    }
}
