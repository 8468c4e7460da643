package org.thaw.environments.control.internal;

/** What configurations demand of their numbers. */
final class Require {
    private Require() {
    }

    static void positive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + ": " + value + ", expected a finite number above 0");
        }
    }

    static void notNegative(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + ": " + value + ", expected a finite number from 0");
        }
    }
}
