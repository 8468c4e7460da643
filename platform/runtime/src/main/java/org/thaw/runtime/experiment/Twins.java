package org.thaw.runtime.experiment;

import java.util.List;

/**
 * Which control arms a learner gets: frozen copies, forked when a task begins after others have ended, or at given steps.
 *
 * @param frozenAtTasks one frozen twin at each task boundary
 * @param frozenAtSteps one frozen twin at each of these steps of learning
 */
public record Twins(boolean frozenAtTasks, List<Long> frozenAtSteps) {
    public Twins {
        frozenAtSteps = frozenAtSteps.stream().sorted().distinct().toList();
    }

    /** None. */
    public static Twins none() {
        return new Twins(false, List.of());
    }
}
