package org.thaw.deployer;

import java.util.Objects;

/**
 * Why a jar could not be deployed.
 *
 * @param type     for programs
 * @param sentence for people: what was wrong, and what would be right
 */
public record Problem(Type type, String sentence) {
    public Problem {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(sentence, "sentence");
    }

    @Override
    public String toString() {
        return sentence;
    }

    /** What went wrong. */
    public enum Type {
        /** The file cannot be read or copied. */
        UNREADABLE,
        /** The file has no bytes. */
        EMPTY,
        /** The file is not a zip file, or a damaged or truncated one. */
        NOT_A_JAR,
        /** The jar has no manifest of an OSGi bundle, or an invalid one. */
        NOT_A_BUNDLE,
        /** The bundle is a fragment or exports packages: plugins are whole and share nothing. */
        NOT_A_LEAF,
        /** The bundle announces no plugin. */
        NO_PLUGIN,
        /** What the bundle announces is malformed: an unknown kind, a malformed id. */
        MALFORMED,
        /** The bundle has exactly the bytes of another file in the folder. */
        SAME_BYTES,
        /** Another file offers the same kind and id at the same version. */
        ID_TAKEN,
        /** Something that the bundle requires is not there. */
        UNRESOLVED,
        /** The bundle resolves but does not start: its activator failed. */
        NOT_STARTED,
        /** A factory class is not in the bundle or cannot be loaded. */
        FACTORY_MISSING,
        /** A factory class does not implement the interface that its kind demands. */
        FACTORY_TYPE,
        /** A factory class has no public constructor without arguments, or it threw or did not return. */
        FACTORY_FAILED
    }
}
