package org.thaw.runtime.internal.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import org.thaw.api.metric.Event;

/** Wall and CPU time of a player's learning, summed over stretches of one task. */
final class Stopwatch {
    private static final double NANOS = 1e9;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long wall;
    private long cpu;
    private long wallStart;
    private long cpuStart;

    void start() {
        wallStart = System.nanoTime();
        cpuStart = threads.getCurrentThreadCpuTime();
    }

    void stop() {
        wall += System.nanoTime() - wallStart;
        cpu += threads.getCurrentThreadCpuTime() - cpuStart;
    }

    /** Wall time so far. */
    long wallNanos() {
        return wall;
    }

    /** CPU time so far. */
    long cpuNanos() {
        return cpu;
    }

    void restore(long wallBefore, long cpuBefore) {
        wall = wallBefore;
        cpu = cpuBefore;
    }

    /** Reads the clocks and starts over. The heap's peak is that of the whole process. */
    Event.Timed read(String role, long step, int task) {
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage).mapToLong(usage -> usage.getUsed()).sum();
        Event.Timed reading = new Event.Timed(role, step, task, wall / NANOS, cpu / NANOS, peak);
        wall = 0;
        cpu = 0;
        return reading;
    }
}
