package org.thaw.learners.imitation.internal;

import org.thaw.api.Signature;
import org.thaw.api.Space;

/** What all learners of this bundle need. */
final class NumberedActions {
    private NumberedActions() {
    }

    /** How many actions there are. @throws IllegalArgumentException if they are not numbered */
    static int of(String plugin, Signature signature) {
        if (signature.output() instanceof Space.Categorical actions) {
            return actions.count();
        }
        throw new IllegalArgumentException(plugin + " needs numbered actions, not " + signature.output());
    }
}
