package org.thaw.runtime.experiment;

import java.util.List;

/**
 * Students that a learner is imitated by: from its beginning on its life is recorded; at each of some steps a fresh student studies the life so far, is shown
 * the end of it, is frozen, and then lives beside the learner in a copy of its world.
 *
 * @param name    sets its twins apart from those of other students; empty if there are no others
 * @param at      the steps of learning at which one is made
 * @param student a plugin that is a {@link org.thaw.api.learner.Student}
 * @param updates how many batches of windows each studies
 * @param from    where in each of the learner's lives so far the material begins, from 0 (its beginning) to below 1; it ends at the present step
 */
public record Imitation(String name, List<Long> at, Binding student, long updates, double from) {
    public Imitation {
        at = at.stream().sorted().distinct().toList();
        if (updates < 1 || !(from >= 0 && from < 1)) {
            throw new IllegalArgumentException(updates + " updates on material from " + from + ": expected at least one update, and 0 <= from < 1");
        }
    }

    /** What its twins are called beside their original: {@code imitation}, or with its name {@code imitation-cloning}. */
    public String kind() {
        return name.isEmpty() ? "imitation" : "imitation-" + name;
    }
}
