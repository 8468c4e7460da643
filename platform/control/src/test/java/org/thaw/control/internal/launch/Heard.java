package org.thaw.control.internal.launch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.thaw.runtime.launch.RunListener;
import org.thaw.runtime.launch.RunOver;
import org.thaw.runtime.launch.RunProgress;

/** What a listener heard, to be waited for within bounds. */
final class Heard implements RunListener {
    private static final int PATIENCE = 60;
    private final LinkedBlockingQueue<RunProgress> progress = new LinkedBlockingQueue<>();
    private final CompletableFuture<RunOver> over = new CompletableFuture<>();

    @Override
    public void progress(RunProgress now) {
        progress.add(now);
    }

    @Override
    public void over(RunOver how) {
        if (!over.complete(how)) {
            throw new AssertionError("told twice that it is over");
        }
    }

    RunOver end() throws InterruptedException, ExecutionException, TimeoutException {
        return end(PATIENCE);
    }

    RunOver end(int seconds) throws InterruptedException, ExecutionException, TimeoutException {
        return over.get(seconds, TimeUnit.SECONDS);
    }

    RunProgress until(Predicate<RunProgress> holds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (true) {
            RunProgress next = progress.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                throw new AssertionError("waited in vain" + (over.isDone() ? "; it is over: " + over.join() : ""));
            }
            if (holds.test(next)) {
                return next;
            }
        }
    }
}
