package org.thaw.api;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import org.osgi.annotation.versioning.ProviderType;
import org.thaw.api.environment.Environment;
import org.thaw.api.learner.Learner;

/** What the host lends a plugin for one run. Plugins make no randomness, threads, files or plugins of their own. */
@ProviderType
public interface Context {
    /** The stream of that name: the same object at each call, its position kept over pause, resume and fork. */
    RandomStream random(String name);

    /**
     * A fresh stream that depends on nothing but the run's seed, the name and the key: for work that must come out the same however often
     * it is done, such as what {@link Learner#prepare()} derives.
     */
    RandomStream random(String name, long key);

    /** Where to log; lines carry the plugin's path and go to the run's log. */
    System.Logger logger();

    /** Threads of the host, for work that a single call waits for. On most installations a run has one thread and this runs in it. */
    Executor executor();

    /** A folder of this run alone, empty at the start, for what does not fit in memory. */
    Path scratch();

    /**
     * The local path of a data file: from the data folder, a known place on this machine, or (unless the run is offline) downloaded with
     * progress; its checksum verified.
     *
     * @throws MissingDataException if it cannot be had; the message says which file to put where
     */
    Path data(DataFile file);

    /**
     * Makes a learner below this one. Its lease, provenance and streams nest below {@code path}. Its state is the caller's to carry, with
     * {@link StateWriter#part} and {@link StateReader#part}, best under the same path; so is closing it.
     */
    Learner learner(String path, Spec spec, Signature signature);

    /** Makes an environment below this one. Its lease, provenance and streams nest below {@code path}; its state and end are the caller's to carry. */
    Environment environment(String path, Spec spec);

    /**
     * Makes a learner below this one that must be of a certain type.
     *
     * @throws IllegalArgumentException if the named plugin is not; the message says what it is and what is needed
     */
    default <L extends Learner> L learner(String path, Spec spec, Signature signature, Class<L> type) {
        return fitting(path, spec, learner(path, spec, signature), type);
    }

    /**
     * Makes an environment below this one that must be of a certain type.
     *
     * @throws IllegalArgumentException if the named plugin is not; the message says what it is and what is needed
     */
    default <E extends Environment> E environment(String path, Spec spec, Class<E> type) {
        return fitting(path, spec, environment(path, spec), type);
    }

    private static <T> T fitting(String path, Spec spec, Object made, Class<T> type) {
        if (!type.isInstance(made)) {
            throw new IllegalArgumentException(path + ": " + spec.id() + " is no " + type.getSimpleName() + " but a " + made.getClass().getSimpleName());
        }
        return type.cast(made);
    }

    /** Records a number of the plugin's own, such as a loss; the run's log of events keeps the mean over each reporting interval. */
    void measure(String name, double value);

    /** Records a fact about how the run was made, such as the kernels in use; kept in the run's provenance. */
    void note(String key, String value);
}
