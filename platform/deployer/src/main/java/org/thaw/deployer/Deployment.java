package org.thaw.deployer;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One jar, at the time of asking. A file whose new bytes failed has two: the one that goes on serving, and the failed one.
 *
 * @param file         its name in the plugins folder; the last one, if it is no longer there; of a recalled jar, its name in the store
 * @param sha256       its hash, empty while it is not known
 * @param symbolicName the bundle's symbolic name, empty while or because it is not known
 * @param version      the bundle's version, empty while or because it is not known
 * @param state        where it stands
 * @param problem      why it failed; present exactly if it did
 * @param leases       how many leases hold it
 * @param offers       what it announces; for a failed jar, as far as that could be read
 * @param origin       where its bytes came from; present once it has served from the folder
 */
public record Deployment(String file, String sha256, String symbolicName, String version, State state, Optional<Problem> problem, int leases,
                         List<Offer> offers, Optional<Origin> origin) {
    public Deployment {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(symbolicName, "symbolicName");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(state, "state");
        if (problem.isPresent() != (state == State.FAILED)) {
            throw new IllegalArgumentException(file + " is " + state + ": expected a problem exactly if it failed");
        }
        offers = List.copyOf(offers);
        Objects.requireNonNull(origin, "origin");
    }

    /** One that has not served. */
    public Deployment(String file, String sha256, String symbolicName, String version, State state, Optional<Problem> problem, int leases, List<Offer> offers) {
        this(file, sha256, symbolicName, version, state, problem, leases, offers, Optional.empty());
    }

    /** Where a jar stands. */
    public enum State {
        /** Its services are registered. */
        SERVING,
        /** Newer bytes of the same file serve; leases still hold it. */
        REPLACED,
        /** Its file is gone; leases still hold it. */
        REMOVED,
        /** The folder does not offer it; leases called it back from the store and hold it. */
        RECALLED,
        /** Its file was seen, but may still be in the making. */
        PENDING,
        /** It cannot be deployed. */
        FAILED
    }
}
