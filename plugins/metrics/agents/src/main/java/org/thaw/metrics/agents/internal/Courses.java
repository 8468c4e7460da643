package org.thaw.metrics.agents.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.thaw.api.metric.Event;
import org.thaw.toolkit.events.FirstLearner;

/**
 * The courses of all roles of a run. A copy has behind it what its original went through. A course ends where the learner is renewed with knowledge: tasks are
 * numbered and counted anew then.
 */
final class Courses {
    private final String score;
    private final FirstLearner first = new FirstLearner();
    private final Map<String, Course> byRole = new LinkedHashMap<>();

    Courses(String score) {
        this.score = score;
    }

    /** All events of a run. */
    static Courses of(Iterable<Event> events, String score) {
        Courses courses = new Courses(score);
        events.forEach(courses::on);
        return courses;
    }

    void on(Event event) {
        if (!first.counts(event)) {
            return;
        }
        if (event instanceof Event.Forked forked) {
            course(forked.as()).follows(course(forked.role()));
        } else if (event instanceof Event.TaskBegan || event instanceof Event.Evaluated) {
            course(event.role()).on(event);
        }
    }

    private Course course(String role) {
        return byRole.computeIfAbsent(role, r -> new Course(score));
    }

    /** The course of a role, if anything is known of it. */
    Optional<Course> of(String role) {
        return Optional.ofNullable(byRole.get(role));
    }

    void forEach(BiConsumer<String, Course> to) {
        byRole.forEach(to);
    }
}
