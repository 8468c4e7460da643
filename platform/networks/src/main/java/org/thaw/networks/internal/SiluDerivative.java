package org.thaw.networks.internal;

/** y = σ(x)·(1 + x·(1 − σ(x))); its derivative is σ(x)·(1 − σ(x))·(2 + x·(1 − 2σ(x))). */
public record SiluDerivative() implements Activation {

    @Override
    public String kind() {
        return "dsilu";
    }

    @Override
    public void values(int n, float[] in, int offset, float[] out) {
        for (int i = 0; i < n; i++) {
            float x = in[offset + i];
            float sigmoid = Exponential.sigmoid(x);
            out[i] = sigmoid * Math.fma(x, 1f - sigmoid, 1f);
        }
    }

    @Override
    public void slopes(int n, float[] in, int offset, float[] out, float[] outGradient, float[] inGradient) {
        for (int i = 0; i < n; i++) {
            float x = in[offset + i];
            float sigmoid = Exponential.sigmoid(x);
            inGradient[i] = outGradient[i] * (sigmoid * (1f - sigmoid)) * Math.fma(x, 1f - 2f * sigmoid, 2f);
        }
    }
}
