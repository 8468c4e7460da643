package org.thaw.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something whose state can leave it and come back. The law: after {@code restore} of what {@code save} wrote, into an object made with the
 * same configuration and signature, everything that follows is bit-identical. What is derived from saved state (caches, class means,
 * inverses) is not saved.
 */
@ConsumerType
public interface Stateful {
    /** Writes all that the future depends on. Must not change the object: two calls in a row write the same bytes. */
    void save(StateWriter out);

    /**
     * Takes over saved state. The reader's {@link StateReader#id()} says in which format it was written: the plugin's own or one that it
     * {@linkplain Plugin#accepts() accepts}, in which case parts may be missing and keep their fresh values.
     */
    void restore(StateReader in);
}
