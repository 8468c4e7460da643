package org.thaw.metrics.streams.internal;

import java.util.function.Function;
import java.util.function.Supplier;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.Metric;
import org.thaw.toolkit.events.FirstLearner;

/**
 * A number that follows each role's answers: its value at the end, and its course over the examples met. Undefined until there are answers that it can use. The
 * course of a role ends where its learner is renewed with knowledge: what a learner made anew answers is not counted.
 */
final class StreamMetric implements Metric {
    /** What is gathered of one role's answers. */
    interface Gauge {
        /** Takes the next answers. */
        void on(Event.Predicted answers);

        /** The value now; NaN while it is undefined. */
        double value();

        /** One that goes on from here by itself. */
        Gauge copy();
    }

    private record Course(Gauge gauge, Curve curve) {
        Course copy() {
            return new Course(gauge.copy(), new Curve(curve));
        }
    }

    private final String id;
    private final FirstLearner first = new FirstLearner();
    private final PerRole<Course> roles;
    private final Function<Gauge, Double> atTheEnd;

    /** @param gauge a fresh one for each role */
    StreamMetric(String id, Supplier<Gauge> gauge) {
        this(id, gauge, Gauge::value);
    }

    /** @param atTheEnd the number to report, where it is not the last of the course */
    StreamMetric(String id, Supplier<Gauge> gauge, Function<Gauge, Double> atTheEnd) {
        this.id = id;
        this.roles = new PerRole<>(() -> new Course(gauge.get(), new Curve()), Course::copy);
        this.atTheEnd = atTheEnd;
    }

    @Override
    public void on(Event event) {
        if (!first.counts(event)) {
            return;
        }
        if (event instanceof Event.Predicted answers) {
            Course course = roles.of(answers.role());
            course.gauge().on(answers);
            course.curve().add(answers.step(), course.gauge().value());
        } else if (event instanceof Event.Forked fork) {
            roles.forked(fork);
        }
    }

    @Override
    public void report(Findings out) {
        roles.forEach((role, course) -> {
            if (!course.curve().isEmpty()) {
                out.scalar(role, id, atTheEnd.apply(course.gauge()));
                course.curve().report(role, id, out);
            }
        });
    }
}
