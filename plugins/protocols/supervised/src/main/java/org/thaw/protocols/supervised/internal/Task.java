package org.thaw.protocols.supervised.internal;

import java.util.List;
import org.thaw.api.Cue;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;
import org.thaw.api.protocol.Portion;
import org.thaw.api.protocol.Role;

/**
 * One task of a scenario.
 *
 * @param number   which, from 0
 * @param examples what it is made of
 * @param labels   the labels that its examples can have, as the learner sees them
 */
record Task(int number, Portion examples, List<Integer> labels) {
    /** Small batches only slow a test down. */
    private static final int TEST_BATCH = 128;

    /**
     * A test on all of its test examples.
     *
     * @param batch of training
     */
    Phase test(int batch, Cue cue) {
        return new Phase.Evaluate("test task " + number, Role.LEARNER, new Experience.Examples(Role.ENVIRONMENT, number, Experience.Split.TEST, List.of(examples),
                Math.max(batch, TEST_BATCH), Budget.epochs(1)), cue);
    }
}
