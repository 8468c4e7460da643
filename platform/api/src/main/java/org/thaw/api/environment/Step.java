package org.thaw.api.environment;

import org.osgi.annotation.versioning.ProviderType;
import org.thaw.api.Tensor;

/**
 * One step of one life, as its policy sees it. A policy conditions on {@link #previousAction()}, never on its own memory of what it chose,
 * so that it can follow another's trajectory. Belongs to the host; valid until the call returns.
 */
@ProviderType
public interface Step {
    /** Where in an episode a step stands. */
    enum Kind {
        /** The first observation; there is no previous action and no reward. */ FIRST,
        /** In between. */ MID,
        /** The episode is over: with discount 0 it terminated, above 0 it was cut off. */ LAST
    }

    /** Where in the episode this is. */
    Kind kind();

    /** The observation: one row of the signature's input space, {@code F32[1, …]} or {@code I32[1]}, so that it is a batch of one as it is. */
    Tensor observation();

    /** The action that led here; not chosen in a first step. */
    Action previousAction();

    /** The reward for that action; 0 in a first step and where the protocol hides rewards. */
    double reward();

    /** The discount of all that follows: 1 in between, 0 when terminated. */
    double discount();

    /** Which discrete actions are legal now, shared; all true unless the world says otherwise; empty for real actions. */
    boolean[] legal();

    /** Whose turn it is, from 0. */
    int player();

    /** Which of the policy's lives this is, from 0, below the signature's lanes. */
    int lane();

    /**
     * A simulator in the present state, to try actions out on; the caller's own, changing it changes nothing.
     *
     * @throws IllegalStateException if the learner has not declared {@link org.thaw.api.Privilege#SIMULATOR} or the world is none
     */
    Simulator simulator();

    /** The observation as a number, where the input space is categorical. */
    default int state() {
        return observation().ints()[0];
    }

    /** Whether this is a first step. */
    default boolean isFirst() {
        return kind() == Kind.FIRST;
    }

    /** Whether this is a last step. */
    default boolean isLast() {
        return kind() == Kind.LAST;
    }
}
