package org.thaw.networks.internal;

/** y = x·Φ(x) with the normal distribution's Φ; its derivative is Φ(x) + x·φ(x). */
public record Gelu() implements Activation {

    @Override
    public String kind() {
        return "gelu";
    }

    @Override
    public void values(int n, float[] in, int offset, float[] out) {
        for (int i = 0; i < n; i++) {
            float x = in[offset + i];
            out[i] = x * Normal.cumulative(x);
        }
    }

    @Override
    public void slopes(int n, float[] in, int offset, float[] out, float[] outGradient, float[] inGradient) {
        for (int i = 0; i < n; i++) {
            float x = in[offset + i];
            float density = Normal.DENSITY * Exponential.exp(-0.5f * x * x);
            inGradient[i] = outGradient[i] * Math.fma(x, density, Normal.cumulative(x));
        }
    }
}
