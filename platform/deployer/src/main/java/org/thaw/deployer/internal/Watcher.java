package org.thaw.deployer.internal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/** The deployer's one thread: looks at the folder, waits a poll, looks again; and lets others wait until a look found all in order. */
final class Watcher {
    private static final System.Logger LOG = System.getLogger(Watcher.class.getName());
    private static final long END_MILLIS = 2_000;

    private final Look look;
    private final Thread thread;
    private Duration poll;
    private long started;
    private long quiet;
    private long troubled;
    private boolean woken;
    private boolean ended;
    private Optional<Exception> trouble = Optional.empty();

    /** One look at everything. */
    interface Look {
        Reconciler.Outcome look(Duration poll) throws IOException, InterruptedException;
    }

    Watcher(Look look, Duration poll) {
        this.look = look;
        this.poll = poll;
        this.thread = new Thread(this::run, "thaw-deployer");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    synchronized void poll(Duration next) {
        poll = next;
        wake();
    }

    synchronized void wake() {
        woken = true;
        notifyAll();
    }

    /** Waits for a look that began after the call and found all in order. */
    synchronized boolean settle(Optional<Duration> timeout) throws InterruptedException {
        long wanted = started + 1;
        long start = System.nanoTime();
        wake();
        while (quiet < wanted) {
            if (ended) {
                throw new IllegalStateException("the deployer was stopped");
            }
            if (trouble.isPresent() && troubled >= wanted) {
                throw new IllegalStateException("the plugins folder cannot be processed: " + trouble.get().getMessage(), trouble.get());
            }
            if (timeout.isEmpty()) {
                wait();
                continue;
            }
            long left = timeout.get().toNanos() - (System.nanoTime() - start);
            if (left <= 0) {
                return false;
            }
            wait(left / 1_000_000 + 1);
        }
        return true;
    }

    /** Ends the thread; returns when it has ended, or refuses to. */
    void end() {
        synchronized (this) {
            ended = true;
            notifyAll();
        }
        try {
            thread.join(END_MILLIS);
            if (thread.isAlive()) {
                thread.interrupt();   // it waits for a plugin that does not return
                thread.join(END_MILLIS);
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    synchronized boolean ended() {
        return ended;
    }

    private void run() {
        try {
            Duration interval = begin();
            while (!ended()) {
                Reconciler.Outcome outcome = once(interval);
                interval = pause(outcome);
            }
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "The deployer ends in the middle of a look.");
        }
    }

    private Reconciler.Outcome once(Duration interval) throws InterruptedException {
        try {
            Reconciler.Outcome outcome = look.look(interval);
            trouble(Optional.empty());
            return outcome;
        } catch (IOException | RuntimeException e) {
            trouble(Optional.of(e));
            return Reconciler.Outcome.PENDING;
        }
    }

    private synchronized Duration begin() {
        started++;
        return poll;
    }

    private synchronized void trouble(Optional<Exception> next) {
        if (next.isPresent() && !ended && !next.map(Object::toString).equals(trouble.map(Object::toString))) {
            LOG.log(Level.WARNING, "The plugins folder cannot be processed; all stays as it is.", next.get());
        }
        trouble = next;
        troubled = started;
        notifyAll();
    }

    private synchronized Duration pause(Reconciler.Outcome outcome) throws InterruptedException {
        if (outcome == Reconciler.Outcome.QUIET) {
            quiet = started;
        }
        notifyAll();
        long until = System.nanoTime() + poll.toNanos();
        while (outcome != Reconciler.Outcome.CHANGED && !woken && !ended) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                break;
            }
            wait(left / 1_000_000 + 1);
        }
        woken = false;
        return begin();
    }
}
