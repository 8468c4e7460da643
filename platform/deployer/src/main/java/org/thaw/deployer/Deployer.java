package org.thaw.deployer;

import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps the framework's plugins equal to one folder of jars. What a plugin offers is registered as an OSGi service under its factory
 * interface, with the properties named in {@link PluginProperties}; this service tells the rest. All methods may be called from any
 * thread.
 */
@ProviderType
public interface Deployer {
    /** The framework property that names the watched folder. */
    String PLUGINS = "thaw.plugins";
    /** The framework property that names a folder for the host's own files; its subfolder {@code store} keeps the jars. */
    String STATE = "thaw.state";

    /** All jars of the folder and all that left it but are still leased, by file name, then by state. */
    List<Deployment> deployments();

    /**
     * One sentence on why a plugin is not available, or that it is, and from which jar.
     *
     * @param idOrFile a plugin's id ({@code ewc}, {@code ewc@1.2.0}) or the name of a file in the folder ({@code replay.jar},
     *                 {@code replay}). For a name that nothing has, the sentence gives the nearest known one.
     */
    String why(String idOrFile);

    /**
     * Holds a jar: until the lease is closed its bundle stays installed, whatever happens to the file. Jars that were replaced or removed
     * can be leased for as long as another lease holds them.
     *
     * @param sha256 the jar's hash, from {@link PluginProperties#SHA256}
     * @throws NotDeployedException if no bundle with that hash is installed (any more)
     */
    Lease lease(String sha256);

    /**
     * Like {@link #lease(String)}, but also for a jar that has left: if the store still has its bytes, they are checked and installed once
     * more, for this lease and those that join it. Nothing of it is registered as a service, so nobody comes upon it by name; it leaves
     * with its last lease, unless its file has come back to the folder by then. A jar that was only just dropped counts once the folder is
     * {@linkplain #settle() settled}.
     *
     * @param sha256 the jar's hash, as a run noted it
     * @throws NotDeployedException  if neither the folder nor the store has the jar, or if it cannot be deployed here; the message says
     *                               where it was looked for and what would help
     * @throws IllegalStateException if the deployer is stopped, or the calling thread interrupted
     */
    Lease recall(String sha256);

    /**
     * Waits until the folder, as it is at the time of the call, has been processed: each jar serves or has failed, and what was removed
     * is gone or leased. A file that someone goes on writing is waited for.
     *
     * @throws InterruptedException  if the waiting thread is interrupted
     * @throws IllegalStateException if the deployer is stopped meanwhile
     */
    void settle() throws InterruptedException;

    /** Like {@link #settle()}, but gives up after the time stated. Returns whether the folder was processed. */
    boolean settle(Duration timeout) throws InterruptedException;

    /**
     * The plugins that have left but whose classes stay in memory, by file: something still holds a class of
     * theirs. Collects garbage first, so it takes a moment and halts running work for a little.
     */
    List<String> lingering() throws InterruptedException;
}
