package org.thaw.toolkit.events;

import java.util.HashSet;
import java.util.Set;
import org.thaw.api.metric.Event;

/**
 * Tells the events of the learner that a role began with from those of learners made anew in its place: the course of a role ends where its learner is
 * renewed with knowledge ({@link Event.Renewed}), since a number over two learners is about neither. A renewal of what has not learned yet ends nothing. Copies made
 * after the end belong to a later learner and do not count; copies made before it go on by themselves.
 *
 * <p>Hand it all events of a run, in order, each once.
 */
public final class FirstLearner {
    private final Set<String> studied = new HashSet<>();
    private final Set<String> over = new HashSet<>();

    /** At the beginning of a run. */
    public FirstLearner() {
    }

    /** Takes the next event; whether it is about a first learner. The renewal that ends its course is not. */
    public boolean counts(Event event) {
        String role = event.role();
        if (event instanceof Event.Renewed e && e.knowledge() && (e.step() > 0 || studied.contains(role))) {
            over.add(role);
        } else if (event instanceof Event.Studied) {
            studied.add(role);
        } else if (event instanceof Event.Forked e) {
            copied(role, e.as());
        }
        return !over.contains(role);
    }

    private void copied(String role, String as) {
        if (studied.contains(role)) {
            studied.add(as);
        }
        // perhaps under a name that a copy of the first learner had
        if (over.contains(role)) {
            over.add(as);
        }
    }
}
