package org.thaw.networks.internal;

/**
 * e^x in single precision from additions and fused multiply-adds alone, so that it gives the same bits everywhere:
 * x = n·ln 2 + r with |r| ≤ ½·ln 2, a polynomial for e^r (coefficients of the Cephes library's expf), times 2^n.
 * Its error is below 2 units in the last place; results under 2^-126 become 0.
 */
public final class Exponential {

    static final float LOG2_E = 1.44269504088896341f;
    static final float LN2_HIGH = 0.693359375f;
    static final float LN2_LOW = -2.12194440e-4f;
    /** Adding and subtracting 1.5·2^23 rounds to the nearest whole number. */
    static final float ROUND = 12582912f;

    private Exponential() {
    }

    /** e^x; NaN stays NaN. */
    public static float exp(float x) {
        if (x < -87.3f) {
            return 0f;
        }
        if (x > 88.7f) {
            return Float.POSITIVE_INFINITY;
        }
        float n = Math.fma(x, LOG2_E, ROUND) - ROUND;
        float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
        float p = 1.9875691500e-4f;
        p = Math.fma(p, r, 1.3981999507e-3f);
        p = Math.fma(p, r, 8.3334519073e-3f);
        p = Math.fma(p, r, 4.1665795894e-2f);
        p = Math.fma(p, r, 1.6666665459e-1f);
        p = Math.fma(p, r, 5.0000001201e-1f);
        float y = Math.fma(p, r * r, r) + 1f;
        // in two factors, since 2^128 is not a float
        int whole = (int) n;
        int half = whole >> 1;
        return y * Float.intBitsToFloat((half + 127) << 23) * Float.intBitsToFloat((whole - half + 127) << 23);
    }

    /** The logistic function 1/(1 + e^−x), without cancellation on either side. */
    public static float sigmoid(float x) {
        float e = exp(-Math.abs(x));
        return (x >= 0 ? 1f : e) / (1f + e);
    }

    /**
     * The hyperbolic tangent: near 0 a polynomial (Cephes' tanhf), else 1 − 2/(e^2|x| + 1) with the sign of x. Its error is
     * below 3 units in the last place.
     */
    public static float tanh(float x) {
        float a = Math.abs(x);
        if (a < 0.625f) {
            float z = x * x;
            float p = -5.70498872745e-3f;
            p = Math.fma(p, z, 2.06390887954e-2f);
            p = Math.fma(p, z, -5.37397155531e-2f);
            p = Math.fma(p, z, 1.33314422036e-1f);
            p = Math.fma(p, z, -3.33332819422e-1f);
            return Math.fma(p * z, x, x);
        }
        float y = 1f - 2f / (exp(2f * a) + 1f);
        return x < 0 ? -y : y;
    }
}
