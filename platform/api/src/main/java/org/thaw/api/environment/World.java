package org.thaw.api.environment;

import org.osgi.annotation.versioning.ConsumerType;
import org.thaw.api.Stateful;

/**
 * Something to act in, one life at a time; the host makes one per lane. A world fills the host's buffer and says what kind of step it was,
 * as in dm_env (Muldal et al. 2019): {@code out.observation()} holds the new observation when the call returns. A buffer that is handed in may
 * hold any earlier step: a world that ever restricts {@link StepBuffer#legal()} or sets the player does so each time.
 */
@ConsumerType
public interface World extends Environment, Stateful {
    /** Begins an episode, also in the midst of another, which a task's end cut off: fills in the first observation and calls {@link StepBuffer#first()}. */
    void reset(StepBuffer out);

    /**
     * Carries out an action and calls one of {@link StepBuffer#transition}, {@link StepBuffer#termination} or
     * {@link StepBuffer#truncation}. Not called after a last step before {@link #reset}.
     *
     * @param action within the signature's output space, and legal in the step before; the host has checked
     */
    void step(Action action, StepBuffer out);
}
