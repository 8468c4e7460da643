package org.thaw.learners.policygradient.internal;

import java.util.Locale;
import org.thaw.networks.NetworkBuilder;

/** The activation of a hidden layer. */
enum Unit {
    RELU, TANH, SILU, DSILU;

    /** Adds it behind the layer added last. */
    void add(NetworkBuilder layers) {
        switch (this) {
            case RELU -> layers.relu();
            case TANH -> layers.tanh();
            case SILU -> layers.silu();
            case DSILU -> layers.dsilu();
        }
    }

    /** What the n-th of its kind is called in a network. */
    String name(int n) {
        return name().toLowerCase(Locale.ROOT) + n;
    }
}
