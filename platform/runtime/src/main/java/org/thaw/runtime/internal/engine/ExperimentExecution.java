package org.thaw.runtime.internal.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.thaw.runtime.catalog.UnknownPluginException;
import org.thaw.runtime.folder.Film;
import org.thaw.runtime.launch.Launcher;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.runtime.run.SwapRefusedException;
import org.thaw.runtime.run.SwapRequest;
import org.thaw.runtime.run.SwapResult;
import org.thaw.runtime.run.WatchRefusedException;

/** The runs of one experiment, so many at once. */
final class ExperimentExecution implements RunningExperiment {
    private final String name;
    private final Path folder;
    private final List<PlannedRun> runs;
    private final Deque<PlannedRun> pending;
    private final Launcher launcher;
    private final int parallel;
    private Runnable over;
    private final SwapTargets targets;
    private final CountDownLatch open = new CountDownLatch(1);
    private int going;

    /**
     * Not started.
     *
     * @param targets say which exact plugin a swap means, for launchers whose runs see no others
     * @param pending those of the runs that are not done yet
     * @param over    called once all are
     */
    ExperimentExecution(String name, Path folder, List<PlannedRun> runs, List<PlannedRun> pending, Launcher launcher, int parallel, SwapTargets targets,
                       Runnable over) {
        this.name = name;
        this.folder = folder;
        this.runs = List.copyOf(runs);
        this.pending = new ArrayDeque<>(pending);
        this.launcher = launcher;
        this.parallel = parallel;
        this.over = over;
        this.targets = targets;
    }

    /** Launches as many as may go on at once. */
    void next() {
        for (PlannedRun run = turn(); run != null; run = turn()) {
            switch (run.launch(launcher, this::runOver)) {
                case LATER -> later(run);
                case OVER -> leaves();
                case TAKEN -> {
                }
            }
        }
        if (allOver()) {
            finish();
        }
    }

    /** The next one whose turn it is, if there is room. */
    private synchronized PlannedRun turn() {
        if (going >= parallel) {
            return null;
        }
        PlannedRun run = pending.stream().filter(each -> each.status().state() == RunStatus.State.PENDING).findFirst().orElse(null);
        if (run != null) {
            pending.remove(run);
            going++;
        }
        return run;
    }

    private synchronized void later(PlannedRun run) {
        pending.addFirst(run);
        going--;
    }

    private synchronized void leaves() {
        going--;
    }

    private void runOver() {
        leaves();
        next();
    }

    private synchronized boolean allOver() {
        return going == 0 && pending.isEmpty();
    }

    private synchronized void finish() {
        if (open.getCount() > 0) {
            try {
                over.run();
            } finally {
                over = () -> {
                }; // a finished experiment is listed as long as the host lives, and holds nothing
                open.countDown();
            }
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public List<RunStatus> runs() {
        return runs.stream().map(PlannedRun::status).toList();
    }

    @Override
    public String launcher() {
        return launcher.name();
    }

    @Override
    public void stop() {
        runs.forEach(PlannedRun::stop);
        resume();
    }

    @Override
    public boolean stop(String run) {
        List<PlannedRun> named = named(run);
        named.forEach(PlannedRun::stop);
        named.forEach(PlannedRun::resume);
        next();
        return !named.isEmpty();
    }

    @Override
    public void pause() {
        runs.forEach(PlannedRun::pause);
    }

    @Override
    public boolean pause(String run) {
        List<PlannedRun> named = named(run);
        named.forEach(PlannedRun::pause);
        return !named.isEmpty();
    }

    @Override
    public void resume() {
        runs.forEach(PlannedRun::resume);
        next();
    }

    @Override
    public boolean resume(String run) {
        List<PlannedRun> named = named(run);
        named.forEach(PlannedRun::resume);
        next();
        return !named.isEmpty();
    }

    @Override
    public CompletableFuture<SwapResult> swap(String run, SwapRequest request) {
        SwapRequest exact;
        try {
            exact = targets.exactly(request);
        } catch (UnknownPluginException e) {
            return CompletableFuture.failedFuture(new SwapRefusedException(e.getMessage(), e));
        }
        return named(run).stream().findFirst().map(each -> each.swap(exact)).orElseGet(() -> CompletableFuture.failedFuture(new SwapRefusedException(noSuch(run))));
    }

    @Override
    public CompletableFuture<Film> watch(String run) {
        return named(run).stream().findFirst().map(PlannedRun::watch).orElseGet(() -> CompletableFuture.failedFuture(new WatchRefusedException(noSuch(run))));
    }

    private String noSuch(String run) {
        return "the experiment " + name + " has no run \"" + run + "\"; it has " + String.join(", ", runs.stream().map(PlannedRun::name).toList());
    }

    private List<PlannedRun> named(String run) {
        return runs.stream().filter(each -> each.name().equals(run)).toList();
    }

    @Override
    public boolean await(Duration atMost) throws InterruptedException {
        return open.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
}
