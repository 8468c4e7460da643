package org.thaw.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.ToDoubleFunction;

/** Compares gradients with central differences. */
final class GradientCheck {

    private static final float STEP = 1e-2f;

    private GradientCheck() {
    }

    /**
     * Checks every value of {@code at}: (f(x+h) − f(x−h))/2h must agree with the gradient. The step is large because
     * values are single precision; the functions checked are smooth enough for it.
     */
    static void check(float[] at, float[] gradient, double tolerance, ToDoubleFunction<float[]> function) {
        for (int i = 0; i < at.length; i++) {
            float old = at[i];
            float up = old + STEP;
            float down = old - STEP;
            at[i] = up;
            double above = function.applyAsDouble(at);
            at[i] = down;
            double below = function.applyAsDouble(at);
            at[i] = old;
            double expected = (above - below) / ((double) up - down);
            assertEquals(expected, gradient[i], tolerance * Math.max(1, Math.abs(expected)), "value " + i);
        }
    }
}
