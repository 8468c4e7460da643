package org.thaw.runtime.internal.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;

/** The runs of one experiment, carried out by the host's own threads: each run in one, so many at once. */
final class ExperimentExecution implements RunningExperiment {
    private final String name;
    private final Path folder;
    private final List<RunExecution> runs;
    private final CountDownLatch open;

    /** @param pending those of the runs that are not done yet */
    ExperimentExecution(String name, Path folder, List<RunExecution> runs, List<RunExecution> pending) {
        this.name = name;
        this.folder = folder;
        this.runs = List.copyOf(runs);
        this.open = new CountDownLatch(pending.size());
    }

    void start(List<RunExecution> pending, int parallel) {
        if (pending.isEmpty()) {
            return;
        }
        BlockingQueue<RunExecution> queue = new ArrayBlockingQueue<>(pending.size(), true, pending);
        for (int i = 0; i < Math.min(parallel, pending.size()); i++) {
            Thread thread = new Thread(() -> work(queue), "thaw run " + name + " #" + i);
            thread.setDaemon(true);
            thread.setContextClassLoader(ExperimentExecution.class.getClassLoader());
            thread.start();
        }
    }

    private void work(BlockingQueue<RunExecution> queue) {
        for (RunExecution run = queue.poll(); run != null; run = queue.poll()) {
            try {
                run.carryOut();
            } finally {
                Thread.currentThread().setContextClassLoader(ExperimentExecution.class.getClassLoader());
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
