package org.thaw.tck.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which threads a stretch of work left behind. */
public final class Threads {
    private static final long PATIENCE_MILLIS = 2_000;
    private static final String REAPER = "process reaper";

    private Threads() {
    }

    /** The threads that were not there before and do not end after it; one that is about to end is waited for. Those that the JDK keeps to wait for processes do not count. */
    public static List<Thread> leftBy(Runnable work) {
        Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());
        work.run();
        Set<Thread> after = new HashSet<>(Thread.getAllStackTraces().keySet());
        after.removeAll(before);
        return after.stream().filter(thread -> !thread.getName().startsWith(REAPER)).filter(Threads::stays).toList();
    }

    private static boolean stays(Thread thread) {
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return thread.isAlive();
    }
}
