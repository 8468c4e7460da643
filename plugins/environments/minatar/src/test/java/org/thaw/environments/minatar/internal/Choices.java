package org.thaw.environments.minatar.internal;

/** The traces' uniform choice of actions: x ← (1103515245 x + 12345) mod 2³¹, its upper bits mod 6. */
final class Choices {
    private long x;

    Choices(long seed) {
        x = seed;
    }

    int next() {
        x = (1103515245L * x + 12345L) & 0x7fffffffL;
        return (int) ((x >>> 16) % Game.ACTIONS);
    }
}
