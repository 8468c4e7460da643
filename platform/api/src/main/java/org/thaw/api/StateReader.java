package org.thaw.api;

import org.osgi.annotation.versioning.ProviderType;

/** What {@link Stateful#restore} reads from. Everything handed out is the caller's to keep. */
@ProviderType
public interface StateReader {
    /** The format in which the state was written. That of a part is its plugin's own where a learner made by the {@link Context} wrote it, else the whole's. */
    StateId id();

    /** Whether a tensor or record of that name is there. */
    boolean has(String name);

    /**
     * The tensor of that name.
     *
     * @throws IllegalArgumentException if there is none; the message names it and lists what there is
     */
    Tensor tensor(String name);

    /**
     * Copies the tensor of that name into {@code target}.
     *
     * @throws IllegalArgumentException if there is none, or its type or shape differs
     */
    default void into(String name, Tensor target) {
        target.copyFrom(tensor(name));
    }

    /**
     * The record of that name.
     *
     * @throws IllegalArgumentException if there is none or it does not fit the type
     */
    <R extends Record> R record(String name, Class<R> type);

    /** A reader for a part of this object. */
    StateReader in(String path);

    /** Restores a part from below {@code path}. */
    default void part(String path, Stateful part) {
        part.restore(in(path));
    }
}
