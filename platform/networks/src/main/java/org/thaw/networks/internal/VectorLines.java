package org.thaw.networks.internal;

import static org.thaw.networks.SequenceKernels.PARTS;
import static org.thaw.networks.internal.VectorTiles.LANES;
import static org.thaw.networks.internal.VectorTiles.SPECIES;
import static org.thaw.networks.internal.VectorTiles.broadcast;
import static org.thaw.networks.internal.VectorTiles.load;

import jdk.incubator.vector.FloatVector;

/** Layer norm on vectors. The parts of a line's sum are lanes of one vector, or of several where vectors are shorter. */
final class VectorLines {

    private final float[] parts = new float[PARTS];
    private final float[] more = new float[PARTS];

    void normalise(int rows, int n, float[] in, float[] parameters, int gain, float[] normal, float[] inverse, float[] out, int first) {
        int whole = n - n % LANES;
        for (int r = 0; r < rows; r++) {
            int from = r * n;
            int at = (first + r) * n;
            float mean = sum(n, in, from) / n;
            float scale = PlainSequences.inverse(squares(n, in, from, mean), n);
            inverse[first + r] = scale;
            for (int c = 0; c < whole; c += LANES) {
                FloatVector x = load(in, from + c).sub(broadcast(mean)).mul(broadcast(scale));
                x.intoArray(normal, at + c);
                x.fma(load(parameters, gain + c), load(parameters, gain + n + c)).intoArray(out, at + c);
            }
            for (int c = whole; c < n; c++) {
                float x = (in[from + c] - mean) * scale;
                normal[at + c] = x;
                out[at + c] = Math.fma(x, parameters[gain + c], parameters[gain + n + c]);
            }
        }
    }

    private float sum(int n, float[] in, int from) {
        int whole = n - n % PARTS;
        for (int lane = 0; lane < PARTS; lane += LANES) {
            FloatVector sum = FloatVector.zero(SPECIES);
            for (int c = lane; c < whole; c += PARTS) {
                sum = sum.add(load(in, from + c));
            }
            sum.intoArray(parts, lane);
        }
        for (int c = whole; c < n; c++) {
            parts[c - whole] += in[from + c];
        }
        return PlainSequences.total(parts);
    }

    private float squares(int n, float[] in, int from, float mean) {
        int whole = n - n % PARTS;
        for (int lane = 0; lane < PARTS; lane += LANES) {
            FloatVector sum = FloatVector.zero(SPECIES);
            for (int c = lane; c < whole; c += PARTS) {
                FloatVector d = load(in, from + c).sub(broadcast(mean));
                sum = d.fma(d, sum);
            }
            sum.intoArray(parts, lane);
        }
        for (int c = whole; c < n; c++) {
            float d = in[from + c] - mean;
            parts[c - whole] = Math.fma(d, d, parts[c - whole]);
        }
        return PlainSequences.total(parts);
    }

    void gradient(int rows, int n, float[] delta, float[] parameters, float[] gradient, int gain, float[] normal, float[] inverse,
            int first, float[] into) {
        int whole = n - n % LANES;
        for (int r = 0; r < rows; r++) {
            int from = r * n;
            int at = (first + r) * n;
            sums(n, delta, from, parameters, gradient, gain, normal, at);
            float mean = PlainSequences.total(parts) / n;
            float product = -(PlainSequences.total(more) / n);
            float scale = inverse[first + r];
            for (int c = 0; c < whole; c += LANES) {
                FloatVector g = load(delta, from + c).mul(load(parameters, gain + c)).sub(broadcast(mean));
                load(normal, at + c).fma(broadcast(product), g).fma(broadcast(scale), load(into, from + c)).intoArray(into, from + c);
            }
            for (int c = whole; c < n; c++) {
                float g = delta[from + c] * parameters[gain + c];
                into[from + c] = Math.fma(Math.fma(normal[at + c], product, g - mean), scale, into[from + c]);
            }
        }
    }

    /** The sums of g and g·x̂, and what the line adds to the gradients of gain and shift. */
    private void sums(int n, float[] delta, int from, float[] parameters, float[] gradient, int gain, float[] normal, int at) {
        int whole = n - n % PARTS;
        for (int lane = 0; lane < PARTS; lane += LANES) {
            FloatVector sum = FloatVector.zero(SPECIES);
            FloatVector products = FloatVector.zero(SPECIES);
            for (int c = lane; c < whole; c += PARTS) {
                FloatVector d = load(delta, from + c);
                FloatVector x = load(normal, at + c);
                FloatVector g = d.mul(load(parameters, gain + c));
                sum = sum.add(g);
                products = g.fma(x, products);
                d.fma(x, load(gradient, gain + c)).intoArray(gradient, gain + c);
                d.add(load(gradient, gain + n + c)).intoArray(gradient, gain + n + c);
            }
            sum.intoArray(parts, lane);
            products.intoArray(more, lane);
        }
        for (int c = whole; c < n; c++) {
            float d = delta[from + c];
            float x = normal[at + c];
            float g = d * parameters[gain + c];
            parts[c - whole] += g;
            more[c - whole] = Math.fma(g, x, more[c - whole]);
            gradient[gain + c] = Math.fma(d, x, gradient[gain + c]);
            gradient[gain + n + c] += d;
        }
    }
}
