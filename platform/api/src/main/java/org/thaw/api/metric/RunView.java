package org.thaw.api.metric;

import java.util.OptionalDouble;
import org.osgi.annotation.versioning.ProviderType;

/** A finished run, as its folder tells it. */
@ProviderType
public interface RunView {
    /** The learner's name in the experiment. */
    String learner();

    /** The environment's name in the experiment. */
    String environment();

    /** The seed. */
    long seed();

    /** A scalar that a metric found; empty if it did not. */
    OptionalDouble scalar(String role, String metric);

    /** The events, in order, read from the folder each time. */
    Iterable<Event> events();
}
