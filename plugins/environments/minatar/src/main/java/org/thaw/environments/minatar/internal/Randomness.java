package org.thaw.environments.minatar.internal;

import org.thaw.api.Stateful;

/** Where the games' chance comes from. What has to be saved of it, it saves itself. */
interface Randomness extends Stateful {
    /** Uniform in [0, 1). */
    double uniform();

    /** A whole number in [0, n). */
    int integer(int n);

    /** A whole number in [low, high). */
    default int integer(int low, int high) {
        return low + integer(high - low);
    }
}
