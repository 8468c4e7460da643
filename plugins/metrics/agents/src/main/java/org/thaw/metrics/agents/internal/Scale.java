package org.thaw.metrics.agents.internal;

import java.util.List;

/**
 * Brings scores onto one scale: z = (J − low)/(high − low), for each task its own bounds or for all tasks the same.
 *
 * @param low  the scores that count as 0, one for each task or one for all; empty: 0
 * @param high the scores that count as 1, likewise; empty: 1
 */
record Scale(List<Double> low, List<Double> high) {
    static final String LOW = "score that counts as 0: one for all tasks, or one for each; []: 0";
    static final String HIGH = "score that counts as 1: one for all tasks, or one for each; []: 1";

    Scale {
        low = List.copyOf(low);
        high = List.copyOf(high);
        for (int task = 0; task < Math.max(low.size(), high.size()); task++) {
            if ((low.size() <= 1 || task < low.size()) && (high.size() <= 1 || task < high.size()) && !(bound(low, 0, task) < bound(high, 1, task))) {
                throw new IllegalArgumentException("low " + low + " and high " + high + ": task " + task + " has no scale; expected each low below its high");
            }
        }
    }

    double of(int task, double score) {
        double zero = bound(low, 0, task);
        return (score - zero) / (bound(high, 1, task) - zero);
    }

    private static double bound(List<Double> bounds, double otherwise, int task) {
        if (bounds.isEmpty()) {
            return otherwise;
        }
        if (bounds.size() > 1 && task >= bounds.size()) {
            throw new IllegalArgumentException("task " + task + " has no bound among " + bounds + "; expected one for each task, or one for all");
        }
        return bounds.get(bounds.size() == 1 ? 0 : task);
    }
}
