package org.thaw.networks;

/** A stream of random numbers, uniform on [0, 1). The caller owns it, so that its state can be saved and restored. */
@FunctionalInterface
public interface Uniform {

    /** The next number: at least 0, below 1. */
    double next();
}
