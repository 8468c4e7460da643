package org.thaw.networks.internal;

/** y = x where x is above 0, else slope·x; the gradient at 0 is the slope. */
public record LeakyRelu(float slope) implements Activation {

    @Override
    public String kind() {
        return "leakyrelu";
    }

    @Override
    public void values(int n, float[] in, int offset, float[] out) {
        for (int i = 0; i < n; i++) {
            float x = in[offset + i];
            out[i] = x > 0 ? x : slope * x;
        }
    }

    @Override
    public void slopes(int n, float[] in, int offset, float[] out, float[] outGradient, float[] inGradient) {
        for (int i = 0; i < n; i++) {
            inGradient[i] = in[offset + i] > 0 ? outGradient[i] : slope * outGradient[i];
        }
    }
}
