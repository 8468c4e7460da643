package org.thaw.networks.internal;

/** The normal distribution's Φ in single precision, from our own exponential, so that it has the same bits everywhere. */
final class Normal {

    static final float ROOT_HALF = 0.70710678f;
    /** 1/√(2π). */
    static final float DENSITY = 0.3989422804f;

    private Normal() {
    }

    /**
     * Φ(x) = ½·erfc(−x/√2), with Abramowitz and Stegun's 7.1.26 for erfc: its absolute error is below 2e-7. NaN stays NaN.
     */
    static float cumulative(float x) {
        float z = Math.abs(x) * ROOT_HALF;
        float tail = tail(z, Exponential.exp(-z * z));
        return x > 0 ? 1f - tail : tail;
    }

    /** ½·erfc(z) from z ≥ 0 and e^(−z²). */
    static float tail(float z, float e) {
        float t = 1f / Math.fma(0.3275911f, z, 1f);
        float p = 1.061405429f;
        p = Math.fma(p, t, -1.453152027f);
        p = Math.fma(p, t, 1.421413741f);
        p = Math.fma(p, t, -0.284496736f);
        p = Math.fma(p, t, 0.254829592f);
        return 0.5f * p * t * e;
    }
}
