package org.thaw.bench.networks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;

/** Measures what one thread does per second of its CPU time: the best of many short rounds, for other work only ever slows one down. */
final class Rates {
    private static final double NANOS = 1e-9;
    private static final double ROUND = 0.05;
    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private final double seconds;

    /** @param seconds of CPU time for each case, after as much again for the compiler */
    Rates(double seconds) {
        this.seconds = seconds;
    }

    /** Prints {@code id<TAB>rate}. @param units what one step counts for */
    void print(SpeedCase what, double units, Runnable step) {
        best(1, step);
        int times = (int) Math.max(1, ROUND * best(1, step));
        System.out.println(String.format(Locale.ROOT, "%s\t%.6g", what.id(), units * best(times, step)));
    }

    private double best(int times, Runnable step) {
        double best = 0;
        for (double spent = 0; spent < seconds;) {
            long start = clock.getCurrentThreadCpuTime();
            for (int i = 0; i < times; i++) {
                step.run();
            }
            double round = (clock.getCurrentThreadCpuTime() - start) * NANOS;
            spent += round;
            best = Math.max(best, times / round);
        }
        return best;
    }
}
