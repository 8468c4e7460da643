package org.thaw.metrics.agents.internal;

import java.util.Comparator;

/**
 * A task that is looked at and a task that is trained on. Kept in sorted maps: {@code equals} of a record is linked by the JDK in a way that holds the
 * plugin's class loader until memory is short.
 */
record Pair(int i, int j) implements Comparable<Pair> {
    private static final Comparator<Pair> ORDER = Comparator.comparingInt(Pair::i).thenComparingInt(Pair::j);

    @Override
    public int compareTo(Pair other) {
        return ORDER.compare(this, other);
    }
}
