package org.thaw.shell.internal.gogo;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counts the verbs under way in a session. Gogo does not wait for what it interrupts; a prompt must, or both would write to the terminal at
 * once.
 */
final class Busy {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int verbs;

    void begin() {
        change(1);
    }

    void end() {
        change(-1);
    }

    /** Waits until none is under way. Returns whether that is so. */
    boolean awaitIdle(Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (verbs > 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
            return verbs == 0;
        } finally {
            lock.unlock();
        }
    }

    private void change(int by) {
        lock.lock();
        try {
            verbs += by;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
