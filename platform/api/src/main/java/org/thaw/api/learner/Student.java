package org.thaw.api.learner;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * An imitation learner: studies a recording of another's life and hands out policies. The host samples the windows; an unfrozen student
 * studies its own stream in the same way.
 */
@ConsumerType
public interface Student extends Actor {
    /** Learns from a batch of windows. */
    void study(Sequences windows);

    /** How many steps a window has. */
    int window();

    /** How many windows each call of {@link #study} gets. */
    int batch();

    /**
     * How many steps of all lanes an unfrozen student lives between two calls of {@link #study} with windows of its own stream. Until that stream holds either
     * {@link #window()} steps in one life or a life that is over, nothing is studied; a life shorter than a window is then one short window: the whole.
     */
    default int interval() {
        return window();
    }
}
