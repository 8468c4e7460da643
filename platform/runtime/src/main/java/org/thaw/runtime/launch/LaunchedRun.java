package org.thaw.runtime.launch;

import java.util.concurrent.CompletableFuture;
import org.thaw.runtime.folder.Film;
import org.thaw.runtime.run.SwapRequest;
import org.thaw.runtime.run.SwapResult;

/** A run that is being carried out. All methods return at once and may be called from any thread; after its end they do nothing. */
public interface LaunchedRun {
    /** Writes a checkpoint at the next step and stops. */
    void stop();

    /** Writes a checkpoint at the next step and waits. */
    void pause();

    /** Goes on after a pause. */
    void resume();

    /** Puts another learner in the place of a running one. Fails with {@link org.thaw.runtime.run.SwapRefusedException}. */
    CompletableFuture<SwapResult> swap(SwapRequest request);

    /** Films the learner's next episode. Fails with {@link org.thaw.runtime.run.WatchRefusedException}. */
    CompletableFuture<Film> watch();
}
