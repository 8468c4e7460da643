package org.thaw.protocols.lifetimes.internal;

/**
 * A length of life in stretches between evaluations.
 *
 * @param length in steps or episodes, from 1
 * @param every  of one stretch; 0: it is one
 */
record Stretches(long length, long every) {
    /** How many there are. */
    long count() {
        return every == 0 ? 1 : (length - 1) / every + 1;
    }

    /** The length of one of them; the last is shorter where {@code every} does not divide the whole. */
    long length(long index) {
        return every == 0 ? length : Math.min(every, length - index * every);
    }
}
