package org.thaw.runtime.experiment;

import java.util.List;

/**
 * Which control arms a learner gets: frozen copies, forked when a task begins after others have ended, or at given steps; and frozen imitators of it.
 *
 * @param frozenAtTasks one frozen twin at each task boundary
 * @param frozenAtSteps one frozen twin at each of these steps of learning
 * @param imitations    students of the role {@code learner}, one beside the other
 */
public record Twins(boolean frozenAtTasks, List<Long> frozenAtSteps, List<Imitation> imitations) {
    public Twins {
        frozenAtSteps = frozenAtSteps.stream().sorted().distinct().toList();
        imitations = List.copyOf(imitations);
    }

    /** Frozen copies alone. */
    public Twins(boolean frozenAtTasks, List<Long> frozenAtSteps) {
        this(frozenAtTasks, frozenAtSteps, List.of());
    }

    /** None. */
    public static Twins none() {
        return new Twins(false, List.of());
    }
}
