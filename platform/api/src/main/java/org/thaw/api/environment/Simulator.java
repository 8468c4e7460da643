package org.thaw.api.environment;

import org.osgi.annotation.versioning.ConsumerType;
import org.thaw.api.RandomStream;

/**
 * A world that can be copied and tried out: games with rules that are known. Legal actions and whose turn it is stand in the step
 * ({@link Step#legal}, {@link Step#player}); rewards are from the point of view of player 0, so that in a game of two sides what one wins
 * the other loses.
 */
@ConsumerType
public interface Simulator extends World {
    /**
     * An independent simulator in the same state. What is tried out on it does not change what happens, nor foretell it: where chance has a
     * part, the copy draws from its own stream.
     *
     * @param chance the copy's randomness; ignored by games without chance
     */
    Simulator copy(RandomStream chance);

    /** Takes over the state of another one of the same kind without allocating; keeps its own stream of chance. */
    void copyFrom(Simulator other);

    /** Writes the present step (observation, legal actions, player), as the last {@code reset} or {@code step} did. */
    void look(StepBuffer out);
}
