package org.thaw.host;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What happens when the process is told to end from outside (Ctrl-C, SIGTERM, SIGHUP): work is told to stop, and the process waits until it has,
 * within a bounded time. The exit code is the JVM's: 128 and the signal's number. An ordinary end passes through here, too, and finds nothing to do.
 */
final class Ending extends Thread {
    /** For work to stop by itself once it is told; and the part of it that nobody notices. */
    private static final Duration STOP = Duration.ofSeconds(9);
    private static final Duration SOON = Duration.ofSeconds(1);
    /** For the thread that carries the command out, once it is interrupted: it may still write the report of what is done; and for the framework. */
    private static final Duration INTERRUPTED = Duration.ofSeconds(8);

    private final Thread worker;
    private final PrintStream terminal;
    private final AtomicReference<Host> host = new AtomicReference<>();
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean begun;

    /**
     * @param worker the thread that starts the host and carries the command out
     */
    Ending(Thread worker, PrintStream terminal) {
        super("thaw-ending");
        this.worker = worker;
        this.terminal = terminal;
    }

    /** Whom to tell. */
    void tell(Host host) {
        this.host.set(host);
    }

    /** The worker has finished; there is nothing to wait for any more. */
    void done() {
        done.countDown();
    }

    /** Whether the process is ending. */
    boolean begun() {
        return begun;
    }

    @Override
    public void run() {
        begun = true;
        if (done.getCount() == 0) {
            return;
        }
        // on a thread of its own: whoever is told may take long, or for ever
        Thread teller = new Thread(() -> Optional.ofNullable(host.get()).ifPresent(Host::tellToStop), "thaw-stop");
        teller.setDaemon(true);
        teller.start();
        try {
            teller.join(SOON.toMillis());
            if (teller.isAlive() && !done(Duration.ZERO)) {
                terminal.println("thaw: waiting for what is under way to stop, at most " + STOP.plus(INTERRUPTED).toSeconds() + " seconds");
                teller.join(STOP.minus(SOON).toMillis());
            }
            worker.interrupt();
            if (!done(INTERRUPTED)) {
                terminal.println("thaw: not all that was under way has stopped in time; it is cut off");
            }
        } catch (InterruptedException e) {
            // someone is in a greater hurry
        }
    }

    private boolean done(Duration patience) throws InterruptedException {
        return done.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
