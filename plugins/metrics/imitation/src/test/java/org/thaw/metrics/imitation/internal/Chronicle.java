package org.thaw.metrics.imitation.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.thaw.api.metric.Event;

/** The events of a run of imitation, told in the order in which the protocols make them. Episodes have ten steps. */
final class Chronicle {
    static final int EPISODE = 10;

    private final List<Event> events = new ArrayList<>();
    private final Map<String, Long> steps = new HashMap<>();

    private long step(String role) {
        return steps.getOrDefault(role, 0L);
    }

    Chronicle renew(String role, long lifetime, boolean knowledge) {
        events.add(new Event.Renewed(role, step(role), lifetime, knowledge));
        return this;
    }

    Chronicle fork(String role, String as) {
        steps.put(as, step(role));
        events.add(new Event.Forked(role, step(role), as));
        return this;
    }

    Chronicle freeze(String... roles) {
        for (String role : roles) {
            events.add(new Event.Frozen(role, step(role)));
        }
        return this;
    }

    /** Goes on for some steps of which nothing is told. */
    Chronicle pass(String role, long count) {
        steps.merge(role, count, Long::sum);
        return this;
    }

    /** Lives an episode for each return. */
    Chronicle live(String role, int task, double... returns) {
        for (double total : returns) {
            pass(role, EPISODE);
            events.add(new Event.EpisodeEnded(role, step(role), task, total, EPISODE));
        }
        return this;
    }

    /** What a task cost: updates, 100 bytes of parameters and 20 of memory. */
    Chronicle spend(String role, int task, long updates) {
        events.add(new Event.Spent(role, step(role), task, updates, updates, 100, 20));
        return this;
    }

    /** Lives in a world without episodes. */
    Chronicle earn(String role, int task, long count, double total) {
        pass(role, count);
        events.add(new Event.Earned(role, step(role), task, count, total));
        return this;
    }

    Chronicle compare(String role, String phase, double agreement, double divergence) {
        events.add(new Event.Evaluated(role, step(role), phase, 0, 1, 1, 10, Map.of("agreement", agreement, "divergence", divergence, "log-likelihood", -1.0)));
        return this;
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    /** Some lifetime's part in the spread of returns: −1, 0, 1, −1 … */
    static double spread(long lifetime) {
        return lifetime % 3 - 1;
    }

    /**
     * Lifetimes 11, 12 … in which students take over after two episodes and live two more. All are frozen but the one that is called thawed.
     *
     * @param teacher  its returns at the freezing and at the end
     * @param students theirs, by role
     */
    static Chronicle takeover(int lifetimes, double[] teacher, Map<String, double[]> students) {
        Chronicle all = new Chronicle();
        all.renew("learner", 1, true).live("learner", 0, 99, 99).freeze(students.keySet().stream().filter(student -> !student.equals("thawed")).sorted().toArray(String[]::new));
        for (long k = 11; k < 11 + lifetimes; k++) {
            double off = .1 * spread(k);
            all.renew("learner", k, true).live("learner", 1, 0, 0).fork("learner", "learner/frozen@" + k).live("learner", 1, teacher[0] + off, teacher[1] + off);
            for (String student : new java.util.TreeSet<>(students.keySet())) {
                double[] returns = students.get(student);
                double own = .1 * spread(k + 1);
                all.renew(student, k, false).pass(student, 20).live(student, 1, returns[0] + own, returns[1] + own)
                        .compare(student, "fidelity under the teacher's states", .9, .2).compare("learner/frozen@" + k, "fidelity under the states of " + student, .8, .4);
            }
            all.live("learner/frozen@" + k, 1, teacher[0], teacher[0]);
            all.renew("random", k, false).live("random", 1, 0);
        }
        return all;
    }
}
