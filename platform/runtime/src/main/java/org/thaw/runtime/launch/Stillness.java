package org.thaw.runtime.launch;

import java.time.Duration;

/**
 * How long nothing has happened, by looks at intervals. A look that comes late counts little: then this process itself was held up, by a stopped
 * terminal, a sleeping machine or a busy one, and so may those it watches have been.
 */
public final class Stillness {
    private final long most;
    private long looked = System.nanoTime();
    private long still;

    /** One look counts for a second at most. */
    public Stillness() {
        this(Duration.ofSeconds(1));
    }

    /** @param most the longest that one look counts for */
    public Stillness(Duration most) {
        this.most = most.toNanos();
    }

    /** Something has happened. */
    public synchronized void reset() {
        looked = System.nanoTime();
        still = 0;
    }

    /** The time since the latest look does not count. */
    public synchronized void hold() {
        looked = System.nanoTime();
    }

    /** The time up to now. */
    public synchronized Duration look() {
        long now = System.nanoTime();
        still += Math.min(now - looked, most);
        looked = now;
        return Duration.ofNanos(still);
    }
}
