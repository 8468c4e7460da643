package org.thaw.networks.internal;

/** Checks of hyperparameters. */
public final class Interval {

    private Interval() {
    }

    /** Returns the value if it lies in [low, high]. */
    public static double require(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(name + " must lie in [" + low + ", " + high + "], not " + value);
        }
        return value;
    }
}
