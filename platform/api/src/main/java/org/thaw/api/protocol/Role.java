package org.thaw.api.protocol;

import java.util.Objects;
import org.thaw.api.environment.Environment;
import org.thaw.api.learner.Learner;

/**
 * A part to be played in a protocol.
 *
 * @param name {@code learner}, {@code teacher}, {@code student}, {@code environment} …; unique in the protocol
 * @param type the least that the player must be: {@code Predictor}, {@code Agent}, {@code Student}, {@code TaskStream}, {@code World} …
 */
public record Role(String name, Class<?> type) {
    /** The usual name of the only learner. */
    public static final String LEARNER = "learner";
    /** The usual name of the only environment. */
    public static final String ENVIRONMENT = "environment";

    public Role {
        Objects.requireNonNull(name, "name");
        if (!Learner.class.isAssignableFrom(type) && !Environment.class.isAssignableFrom(type)) {
            throw new IllegalArgumentException("role " + name + ": " + type + " is neither a learner nor an environment");
        }
    }

    /** The only learner. */
    public static Role learner(Class<? extends Learner> type) {
        return new Role(LEARNER, type);
    }

    /** The only environment. */
    public static Role environment(Class<? extends Environment> type) {
        return new Role(ENVIRONMENT, type);
    }

    /** Whether an environment plays it. */
    public boolean isEnvironment() {
        return Environment.class.isAssignableFrom(type);
    }
}
