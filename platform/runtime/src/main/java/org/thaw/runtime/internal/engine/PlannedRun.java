package org.thaw.runtime.internal.engine;

import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import org.thaw.runtime.folder.Film;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.folder.RunManifest;
import org.thaw.runtime.internal.catalog.ListedCatalog;
import org.thaw.runtime.internal.context.PinnedPlugins;
import org.thaw.runtime.internal.fault.Reasons;
import org.thaw.runtime.launch.LaunchedRun;
import org.thaw.runtime.launch.Launcher;
import org.thaw.runtime.launch.RunListener;
import org.thaw.runtime.launch.RunOrder;
import org.thaw.runtime.launch.RunOver;
import org.thaw.runtime.launch.RunProgress;
import org.thaw.runtime.run.Checkpoints;
import org.thaw.runtime.run.Limits;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.SwapRefusedException;
import org.thaw.runtime.run.SwapRequest;
import org.thaw.runtime.run.SwapResult;
import org.thaw.runtime.run.WatchRefusedException;

/** A run of an experiment, from its planning on: waits for its turn, is launched, and tells where it stands. */
final class PlannedRun implements RunListener {
    private final String name;
    private final String learner;
    private final String environment;
    private final long seed;
    private final RunOrder order;
    private final PinnedPlugins plugins;
    private RunStatus.State state = RunStatus.State.PENDING;
    private double fraction;
    private String phase = "";
    private OptionalDouble score = OptionalDouble.empty();
    private String message = "";
    private boolean stop;
    private boolean pause;
    private LaunchedRun launched;
    private Runnable whenOver = () -> {
    };

    /** @param plugins held until it is over */
    PlannedRun(RunManifest manifest, RunOrder order, PinnedPlugins plugins) {
        this.name = manifest.run();
        this.learner = manifest.learner();
        this.environment = manifest.environment();
        this.seed = manifest.seed();
        this.order = order;
        this.plugins = plugins;
    }

    private PlannedRun(RunFolder folder, String problem) {
        this.name = folder.name();
        this.learner = "";
        this.environment = "";
        this.seed = 0;
        this.order = new RunOrder(folder.path(), folder.path(), true, Limits.usual(), Checkpoints.usual());
        this.plugins = new PinnedPlugins(new ListedCatalog(List.of()));
        this.state = RunStatus.State.FAILED;
        this.message = problem;
    }

    /** One whose folder does not say what it is. */
    static PlannedRun unreadable(RunFolder folder, String problem) {
        return new PlannedRun(folder, problem);
    }

    String name() {
        return name;
    }

    synchronized RunStatus status() {
        return new RunStatus(name, learner, environment, seed, state, fraction, phase, score, message, order.folder());
    }

    /** Was done before. */
    synchronized void reuse() {
        state = RunStatus.State.REUSED;
        fraction = 1;
        plugins.close();
    }

    /** What became of a run whose turn had come. */
    enum Turn {
        /** It is under way, and will say when it is over. */ TAKEN,
        /** It was told to wait, and wants to be asked later. */ LATER,
        /** It is over already: it was told to stop, or could not be launched. */ OVER
    }

    /** Its turn has come. */
    synchronized Turn launch(Launcher launcher, Runnable over) {
        if (stop) {
            end(new RunOver(RunOver.How.STOPPED, ""));
            return Turn.OVER;
        }
        if (pause) {
            state = RunStatus.State.PAUSED;
            return Turn.LATER;
        }
        whenOver = over;
        state = RunStatus.State.RUNNING;
        try {
            LaunchedRun begun = launcher.launch(order, this);
            launched = state.over() ? null : begun; // it may have ended before it began
            return Turn.TAKEN;
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            end(new RunOver(RunOver.How.FAILED, "it could not be launched: " + Reasons.of(e)));
            return Turn.OVER;
        }
    }

    @Override
    public synchronized void progress(RunProgress now) {
        if (!state.over()) {
            state = now.paused() ? RunStatus.State.PAUSED : RunStatus.State.RUNNING;
            fraction = now.fraction();
            phase = now.phase();
            score = now.score();
        }
    }

    @Override
    public void over(RunOver how) {
        if (end(how)) {
            whenOver.run();
        }
    }

    /** Returns whether it was not over before. */
    private synchronized boolean end(RunOver how) {
        if (state.over()) {
            return false;
        }
        state = switch (how.how()) {
            case DONE -> RunStatus.State.DONE;
            case FAILED -> RunStatus.State.FAILED;
            case STOPPED -> RunStatus.State.STOPPED;
        };
        fraction = state == RunStatus.State.DONE ? 1 : fraction;
        message = how.message();
        launched = null;
        plugins.close();
        return true;
    }

    synchronized void stop() {
        stop = true;
        if (launched != null) {
            launched.stop();
        }
    }

    synchronized void pause() {
        pause = true;
        if (launched != null) {
            launched.pause();
        }
    }

    synchronized void resume() {
        pause = false;
        if (launched != null) {
            launched.resume();
        } else if (state == RunStatus.State.PAUSED) {
            state = RunStatus.State.PENDING;
        }
    }

    synchronized CompletableFuture<SwapResult> swap(SwapRequest request) {
        if (launched == null) {
            return CompletableFuture.failedFuture(new SwapRefusedException("the run " + name + (state.over() ? " is over" : " has not begun; it can be swapped once it runs")));
        }
        return launched.swap(request);
    }

    synchronized CompletableFuture<Film> watch() {
        if (launched == null) {
            return CompletableFuture.failedFuture(new WatchRefusedException("the run " + name + (state.over() ? " is over" : " has not begun; it can be watched once it runs")));
        }
        return launched.watch();
    }
}
