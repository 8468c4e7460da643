package org.thaw.api.learner;

import org.osgi.annotation.versioning.ConsumerType;
import org.thaw.api.Cue;

/** A learner that can act. */
@ConsumerType
public interface Actor extends Learner {
    /**
     * A policy with a fresh context: asking for a new one is what wiping the context means. The policy follows the learner's knowledge as it
     * changes. Several may be in use at once.
     */
    Policy policy(Mode mode, Cue cue);

    /** Why a policy acts. */
    enum Mode {
        /** To live and learn. */ EXPLORE,
        /** To do as well as it can now. */ EXPLOIT
    }
}
