package org.thaw.networks.internal;

/** The hyperbolic tangent; its derivative is 1 − y². */
public record Tanh() implements Activation {

    @Override
    public String kind() {
        return "tanh";
    }

    @Override
    public void values(int n, float[] in, int offset, float[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = Exponential.tanh(in[offset + i]);
        }
    }

    @Override
    public void slopes(int n, float[] in, int offset, float[] out, float[] outGradient, float[] inGradient) {
        for (int i = 0; i < n; i++) {
            inGradient[i] = outGradient[i] * (1f - out[i] * out[i]);
        }
    }
}
