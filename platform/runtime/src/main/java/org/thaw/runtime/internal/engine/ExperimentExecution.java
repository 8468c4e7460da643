package org.thaw.runtime.internal.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;

/**
 * The runs of one experiment, so many at once, each in a thread of its own: what a plugin leaves in thread-local variables or as a context
 * class loader goes with its run.
 */
final class ExperimentExecution implements RunningExperiment {
    private final String name;
    private final Path folder;
    private final List<RunExecution> runs;
    private final Queue<RunExecution> pending;
    private final AtomicInteger notOver;
    private final CountDownLatch open = new CountDownLatch(1);
    private final Runnable over;

    /**
     * Not started.
     *
     * @param pending those of the runs that are not done yet
     * @param over    called once all are
     */
    ExperimentExecution(String name, Path folder, List<RunExecution> runs, List<RunExecution> pending, Runnable over) {
        this.name = name;
        this.folder = folder;
        this.runs = List.copyOf(runs);
        this.pending = new ConcurrentLinkedQueue<>(pending);
        this.notOver = new AtomicInteger(pending.size());
        this.over = over;
    }

    void start(int parallel) {
        if (notOver.get() == 0) {
            finish();
        }
        for (int i = 0; i < parallel; i++) {
            next();
        }
    }

    private void next() {
        RunExecution run = pending.poll();
        if (run == null) {
            return;
        }
        Thread thread = new Thread(null, () -> carryOut(run), "thaw run " + name + "/" + run.name(), 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(ExperimentExecution.class.getClassLoader());
        try {
            thread.start();
        } catch (OutOfMemoryError e) { // no room for another thread
            run.refuse(e);
            runOver();
        }
    }

    private void carryOut(RunExecution run) {
        try {
            run.carryOut();
        } finally {
            runOver();
        }
    }

    private void runOver() {
        if (notOver.decrementAndGet() == 0) {
            finish();
        }
        next();
    }

    private void finish() {
        try {
            over.run();
        } finally {
            open.countDown();
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
        return runs.stream().map(RunExecution::status).toList();
    }

    @Override
    public void stop() {
        runs.forEach(RunExecution::stop);
    }

    @Override
    public boolean stop(String run) {
        List<RunExecution> named = runs.stream().filter(each -> each.name().equals(run)).toList();
        named.forEach(RunExecution::stop);
        return !named.isEmpty();
    }

    @Override
    public boolean await(Duration atMost) throws InterruptedException {
        return open.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
}
