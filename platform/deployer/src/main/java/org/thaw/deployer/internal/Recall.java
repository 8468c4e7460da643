package org.thaw.deployer.internal;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.thaw.deployer.NotDeployedException;

/** Calls jars back from the store, and says why one does not come. */
final class Recall {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Reconciler reconciler;
    private final Store store;
    private final Path folder;

    Recall(Reconciler reconciler, Store store, Path folder) {
        this.reconciler = reconciler;
        this.store = store;
        this.folder = folder;
    }

    /** A unit with a lease taken on it. */
    Unit of(String sha256) {
        if (!HASH.matcher(sha256).matches()) {
            throw new NotDeployedException(sha256, "\"" + sha256 + "\" names no jar: a SHA-256 is 64 digits of 0-9 and a-f, as thaw:plugins and a run's run.json give it.");
        }
        try {
            return reconciler.recall(sha256).orElseThrow(() -> new NotDeployedException(sha256, "The jar with the SHA-256 " + sha256
                    + " is neither in the plugins folder " + folder + " nor in the store " + store.folder() + "; copy that very jar into the plugins folder, "
                    + "or choose a version that is there."));
        } catch (RefusedException e) {
            throw new NotDeployedException(sha256, "The jar with the SHA-256 " + sha256 + " is in the store " + store.folder() + ", but cannot be deployed from there: "
                    + e.problem().sentence() + " A copy of that very jar in the plugins folder, or another version, may help.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the jar with the SHA-256 " + sha256 + " was recalled", e);
        }
    }
}
