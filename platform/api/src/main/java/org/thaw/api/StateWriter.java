package org.thaw.api;

import org.osgi.annotation.versioning.ProviderType;

/** Where {@link Stateful#save} writes. Values are read before the call returns, so that live buffers may be handed over without a copy. */
@ProviderType
public interface StateWriter {
    /** Writes a tensor under a name that is unique within this object; a name may have parts joined by slashes, {@code fisher/0}. */
    void tensor(StateKind kind, String name, Tensor value);

    /** Writes a record of numbers, booleans, strings, lists and nested records. */
    void record(StateKind kind, String name, Record value);

    /** A writer for a part of this object; its names stand below {@code path}. */
    StateWriter in(String path);

    /** Writes a part of this object below {@code path}. */
    default void part(String path, Stateful part) {
        part.save(in(path));
    }
}
