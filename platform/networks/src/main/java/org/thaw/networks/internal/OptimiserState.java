package org.thaw.networks.internal;

/** What all optimisers keep: the size they were made for, the learning rate and the number of steps. */
public final class OptimiserState {

    private final int size;
    private double rate;
    private long steps;

    public OptimiserState(int size, double rate) {
        if (size < 0) {
            throw new IllegalArgumentException("the number of parameters cannot be " + size);
        }
        this.size = size;
        rate(rate);
    }

    /** Counts one step, after checking the lengths of its operands. */
    public void advance(float[] parameters, float[] gradient) {
        if (parameters.length != size || gradient.length != size) {
            throw new IllegalArgumentException("made for " + size + " parameters, got " + parameters.length
                    + " parameters and a gradient of " + gradient.length);
        }
        steps++;
    }

    public double rate() {
        return rate;
    }

    public void rate(double rate) {
        this.rate = range("learning rate", rate, 0, Double.MAX_VALUE);
    }

    public long steps() {
        return steps;
    }

    public void steps(long steps) {
        if (steps < 0) {
            throw new IllegalArgumentException("the number of steps cannot be " + steps);
        }
        this.steps = steps;
    }

    /** Returns the value if it lies in [low, high]. */
    public static double range(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(name + " must lie in [" + low + ", " + high + "], not " + value);
        }
        return value;
    }
}
