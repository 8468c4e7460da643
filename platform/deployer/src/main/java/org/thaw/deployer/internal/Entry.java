package org.thaw.deployer.internal;

import java.util.List;
import java.util.Optional;
import org.thaw.deployer.Deployment;

/** One file of the folder, as the reconciler knows it: what of it serves, and what became of its newest bytes. */
final class Entry {
    private final String file;
    private Optional<Unit> serving = Optional.empty();
    private Optional<Deployment> failure = Optional.empty();
    private long failedAt;
    private boolean pending;

    Entry(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    Optional<Unit> serving() {
        return serving;
    }

    /** Why its newest bytes failed; empty if they serve or are not yet complete. */
    Optional<Deployment> failure() {
        return failure.filter(known -> !pending);
    }

    boolean pending() {
        return pending;
    }

    boolean serves(String sha256) {
        return serving.filter(unit -> unit.sha256().equals(sha256)).isPresent();
    }

    /** New bytes, perhaps not all of them yet. */
    void await() {
        pending = true;
    }

    void served(Unit unit) {
        serving = Optional.of(unit);
        failure = Optional.empty();
        pending = false;
    }

    void stopped() {
        serving = Optional.empty();
    }

    void failed(Deployment why) {
        failure = Optional.of(why);
        failedAt = System.nanoTime();
        pending = false;
    }

    /** The failure that these very bytes had before, if they had one; it is then what is said of the file again. */
    Optional<Deployment> failedBefore(String sha256) {
        Optional<Deployment> same = failure.filter(known -> known.sha256().equals(sha256));
        pending &= same.isEmpty();
        return same;
    }

    long nanosSinceFailure() {
        return System.nanoTime() - failedAt;
    }

    /** What is to be said of the file besides what serves. */
    List<Deployment> others() {
        if (pending) {
            return List.of(new Deployment(file, "", "", "", Deployment.State.PENDING, Optional.empty(), 0, List.of()));
        }
        return failure.stream().toList();
    }
}
