package org.thaw.api.environment;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A world that can be copied and tried out: games with rules that are known. Legal actions and whose turn it is stand in the step
 * ({@link Step#legal}, {@link Step#player}); rewards are from the point of view of player 0, so that in a game of two sides what one wins
 * the other loses.
 */
@ConsumerType
public interface Simulator extends World {
    /** An independent simulator in the same state. Its random streams are split off: what is tried out does not change what happens. */
    Simulator copy();

    /** Takes over another one's state without allocating. */
    void copyFrom(Simulator other);

    /** Writes the present step (observation, legal actions, player), as the last {@code reset} or {@code step} did. */
    void look(StepBuffer out);
}
