package org.thaw.networks.internal;

/** The sigmoid-weighted linear unit y = x·σ(x); its derivative is the function of {@link SiluDerivative}. */
public record Silu() implements Activation {

    @Override
    public String kind() {
        return "silu";
    }

    @Override
    public void values(int n, float[] in, int offset, float[] out) {
        for (int i = 0; i < n; i++) {
            float x = in[offset + i];
            out[i] = x * Exponential.sigmoid(x);
        }
    }

    @Override
    public void slopes(int n, float[] in, int offset, float[] out, float[] outGradient, float[] inGradient) {
        for (int i = 0; i < n; i++) {
            float sigmoid = Exponential.sigmoid(in[offset + i]);
            // y·(1 − σ) is x·σ·(1 − σ)
            inGradient[i] = outGradient[i] * Math.fma(out[i], 1f - sigmoid, sigmoid);
        }
    }
}
