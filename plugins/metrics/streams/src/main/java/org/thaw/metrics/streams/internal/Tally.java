package org.thaw.metrics.streams.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Counts over the latest answers, or over all: what accuracy and the kappa statistics are made of. */
final class Tally {
    /** Without end. */
    static final int ALL = 0;

    private record Answer(int target, int prediction, boolean unchanged) {
        boolean right() {
            return target == prediction;
        }
    }

    private final int window;
    private final Deque<Answer> held = new ArrayDeque<>();
    private final List<Long> targets = new ArrayList<>();
    private final List<Long> predictions = new ArrayList<>();
    private long size;
    private long right;
    private long unchanged;
    private int last = -1;

    /** @param window how many answers are counted, or {@link #ALL} */
    Tally(int window) {
        this.window = window;
    }

    /** A copy. */
    Tally(Tally other) {
        window = other.window;
        held.addAll(other.held);
        targets.addAll(other.targets);
        predictions.addAll(other.predictions);
        size = other.size;
        right = other.right;
        unchanged = other.unchanged;
        last = other.last;
    }

    /** Counts an answer; the oldest leaves a full window. */
    void add(int target, int prediction) {
        Answer answer = new Answer(target, prediction, target == last);
        last = target;
        count(answer, 1);
        if (window != ALL) {
            held.add(answer);
            if (held.size() > window) {
                count(held.remove(), -1);
            }
        }
    }

    private void count(Answer answer, int by) {
        size += by;
        right += answer.right() ? by : 0;
        unchanged += answer.unchanged() ? by : 0;
        count(targets, answer.target(), by);
        count(predictions, answer.prediction(), by);
    }

    private static void count(List<Long> counts, int of, int by) {
        while (counts.size() <= of) {
            counts.add(0L);
        }
        counts.set(of, counts.get(of) + by);
    }

    /** How many answers are counted. */
    long size() {
        return size;
    }

    /** p: the share of right answers. */
    double accuracy() {
        return share(right);
    }

    /** p_c: what a classifier would get right that answered at random, each class as often as these answers did. */
    double chance() {
        double sum = 0;
        for (int c = 0; c < Math.min(targets.size(), predictions.size()); c++) {
            sum += share(targets.get(c)) * share(predictions.get(c));
        }
        return size == 0 ? Double.NaN : sum;
    }

    /** p_m: what a classifier would get right that always answered the most frequent class. */
    double majority() {
        return share(targets.stream().mapToLong(Long::longValue).max().orElse(0));
    }

    /** p_e: what a classifier would get right that always answered the class of the example before; the very first counts as wrong. */
    double noChange() {
        return share(unchanged);
    }

    private double share(long count) {
        return size == 0 ? Double.NaN : (double) count / size;
    }
}
