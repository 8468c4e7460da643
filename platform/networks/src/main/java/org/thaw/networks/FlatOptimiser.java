package org.thaw.networks;

import org.thaw.networks.internal.Interval;

/** What all optimisers keep: the size they were made for, the learning rate and the number of steps. */
abstract class FlatOptimiser implements Optimiser {

    private final int size;
    private double rate;
    private long steps;

    FlatOptimiser(int size, double rate) {
        if (size < 0) {
            throw new IllegalArgumentException("the number of parameters cannot be " + size);
        }
        this.size = size;
        this.rate = Interval.require("learning rate", rate, 0, Double.MAX_VALUE);
    }

    /** Counts one step, after checking the lengths of its operands. */
    final void advance(float[] parameters, float[] gradient) {
        if (parameters.length != size || gradient.length != size) {
            throw new IllegalArgumentException("made for " + size + " parameters, got " + parameters.length
                    + " parameters and a gradient of " + gradient.length);
        }
        steps++;
    }

    @Override
    public final double rate() {
        return rate;
    }

    @Override
    public final void rate(double rate) {
        this.rate = Interval.require("learning rate", rate, 0, Double.MAX_VALUE);
    }

    @Override
    public final long steps() {
        return steps;
    }

    @Override
    public final void steps(long steps) {
        if (steps < 0) {
            throw new IllegalArgumentException("the number of steps cannot be " + steps);
        }
        this.steps = steps;
    }
}
