package org.thaw.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.ToDoubleFunction;

/** Compares gradients with central differences. */
final class GradientCheck {

    private static final float STEP = 4e-3f;

    private GradientCheck() {
    }

    /**
     * Checks every value of {@code at} against the five-point difference (8·(f(x+h) − f(x−h)) − f(x+2h) + f(x−2h))/12h. Its
     * error is of the order h⁴, so that the step can be large enough for single precision.
     */
    static void check(float[] at, float[] gradient, double tolerance, ToDoubleFunction<float[]> function) {
        for (int i = 0; i < at.length; i++) {
            float old = at[i];
            double near = difference(at, i, STEP, function);
            double far = difference(at, i, 2 * STEP, function);
            at[i] = old;
            double expected = (4 * near - far) / 3;
            assertEquals(expected, gradient[i], tolerance * Math.max(1, Math.abs(expected)), "value " + i);
        }
    }

    private static double difference(float[] at, int i, float step, ToDoubleFunction<float[]> function) {
        float old = at[i];
        float up = old + step;
        float down = old - step;
        at[i] = up;
        double above = function.applyAsDouble(at);
        at[i] = down;
        double below = function.applyAsDouble(at);
        at[i] = old;
        return (above - below) / ((double) up - down);
    }
}
