package org.thaw.networks;

import org.thaw.networks.internal.Interval;

/** What all optimisers keep: the size they were made for, the learning rate and the number of steps. */
abstract class FlatOptimiser implements Optimiser {

    /**
     * Added to a running average and taken away again, these round it to a multiple of 2⁻¹⁰⁶ (a mean, which is multiplied by the rate), 2⁻¹²³ (a
     * mean of squares) or 2⁻⁶³ (a mean that is squared): too fine to matter, but what decays never becomes a subnormal number, with which
     * a processor calculates many times more slowly. Units that fell silent would leave hundreds of thousands of them behind.
     */
    static final float FAINT_MEAN = 0x1p-83f;
    static final float FAINT_SQUARE = 0x1p-100f;
    static final float FAINT_SQUARED_MEAN = 0x1p-40f;

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
