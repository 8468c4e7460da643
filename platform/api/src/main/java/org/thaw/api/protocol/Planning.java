package org.thaw.api.protocol;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;

/** What a plan may depend on. */
@ProviderType
public interface Planning {
    /** The run's seed. */
    long seed();

    /** A fresh stream that depends on the seed and the name alone; each call starts it anew. */
    RandomStream random(String name);

    /** The signature of the environment that plays a role. */
    Signature signature(String environment);

    /** How many tasks the task stream that plays a role has; 1 for worlds. */
    int tasks(String environment);

    /** How many examples some portions of the task stream that plays a role hold together. */
    long examples(String environment, Experience.Split split, List<Portion> portions);

    /** What was recorded so far. */
    Outcomes outcomes();
}
