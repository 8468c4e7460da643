package org.thaw.host;

import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What happens when the process is told to end from outside (Ctrl-C, SIGTERM, SIGHUP): work is told to stop, and the process waits until it has,
 * within a bounded time. The exit code is the JVM's: 128 and the signal's number. An ordinary end passes through here, too, and finds nothing to do.
 */
final class Ending extends Thread {
    private static final long SOON_SECONDS = 1;
    private static final long SECONDS = 10;

    private final Thread worker;
    private final PrintStream terminal;
    private final AtomicReference<Host> host = new AtomicReference<>();
    private final CountDownLatch done = new CountDownLatch(1);

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

    @Override
    public void run() {
        if (done.getCount() == 0) {
            return;
        }
        try {
            // on a thread of its own: whoever is told may take its time, or for ever
            Thread teller = new Thread(() -> Optional.ofNullable(host.get()).ifPresent(Host::tellToStop), "thaw-stop");
            teller.setDaemon(true);
            teller.start();
            teller.join(TimeUnit.SECONDS.toMillis(SOON_SECONDS));
            worker.interrupt();
            if (!done.await(SOON_SECONDS, TimeUnit.SECONDS)) {
                terminal.println("thaw: waiting for what is under way to stop, at most " + SECONDS + " seconds");
                if (!done.await(SECONDS - 2 * SOON_SECONDS, TimeUnit.SECONDS)) {
                    terminal.println("thaw: it did not stop in time, and is cut off");
                }
            }
        } catch (InterruptedException e) {
            // someone is in a greater hurry
        }
    }
}
