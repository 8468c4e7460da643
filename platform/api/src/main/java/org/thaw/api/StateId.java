package org.thaw.api;

import java.util.Objects;

/**
 * The format of saved state. Learners that write the same id can take each other's place in a running experiment: the id names what the
 * tensors mean, never a class.
 *
 * @param name    stable name, {@code classifier}
 * @param version counted up when the meaning of what is written changes; a plugin may read older ones
 */
public record StateId(String name, int version) {
    public StateId {
        Objects.requireNonNull(name, "name");
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*") || version < 1) {
            throw new IllegalArgumentException("state id " + name + ":" + version + ": expected lower-case words joined by hyphens and a version from 1");
        }
    }

    /** Reads {@code name:version}; without a version, version 1. */
    public static StateId parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return new StateId(text, 1);
        }
        try {
            return new StateId(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("state id " + text + ": expected name:version with a whole number", e);
        }
    }

    @Override
    public String toString() {
        return name + ":" + version;
    }
}
