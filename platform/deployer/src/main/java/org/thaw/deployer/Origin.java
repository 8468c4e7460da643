package org.thaw.deployer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * Where the bytes that a file serves come from, so that of two people who changed one plugin each can tell whose jar won.
 *
 * @param written  when they were written, as the file says
 * @param owner    the file's owner, empty if the file system does not tell
 * @param replaced the hash of the bytes that the same file served before, empty if there were none since the host started
 */
public record Origin(Instant written, String owner, String replaced) {
    public Origin {
        Objects.requireNonNull(written, "written");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(replaced, "replaced");
    }

    /** {@code written 2026-01-01T12:00:00Z by alice}. */
    @Override
    public String toString() {
        return "written " + written.truncatedTo(ChronoUnit.SECONDS) + (owner.isEmpty() ? "" : " by " + owner);
    }
}
