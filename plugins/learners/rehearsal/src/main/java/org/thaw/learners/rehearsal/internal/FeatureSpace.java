package org.thaw.learners.rehearsal.internal;

import java.util.List;
import org.thaw.networks.Network;

/** The last hidden layer of a network, each example's activations scaled to length 1; the inputs themselves where there is no hidden layer. */
final class FeatureSpace {
    private final Network network;
    private final String layer;
    private final int width;
    private float[] one = {};

    FeatureSpace(Network network) {
        this.network = network;
        List<String> rectifiers = network.layerNames().stream().filter(name -> name.startsWith("relu")).toList();
        layer = rectifiers.isEmpty() ? "" : rectifiers.get(rectifiers.size() - 1);
        width = layer.isEmpty() ? network.inputs() : network.parameter("dense" + layer.substring("relu".length()) + ".bias").length();
    }

    /** How many features there are. */
    int width() {
        return width;
    }

    /** Writes the features of rows of inputs, [rows, width], from the start of {@code to}. */
    void of(float[] inputs, int rows, float[] to) {
        network.forward(inputs, rows);
        System.arraycopy(layer.isEmpty() ? inputs : network.activation(layer), 0, to, 0, rows * width);
        for (int row = 0; row < rows; row++) {
            double square = 0;
            for (int j = row * width; j < (row + 1) * width; j++) {
                square += (double) to[j] * to[j];
            }
            // all units at rest: there is no direction to scale
            float scale = square > 0 ? (float) (1 / Math.sqrt(square)) : 0;
            for (int j = row * width; j < (row + 1) * width; j++) {
                to[j] *= scale;
            }
        }
    }

    /** The features of each example of a list, row after row. */
    float[] of(List<float[]> examples) {
        float[] all = new float[examples.size() * width];
        if (one.length < width) {
            one = new float[width];
        }
        for (int i = 0; i < examples.size(); i++) {
            of(examples.get(i), 1, one);
            System.arraycopy(one, 0, all, i * width, width);
        }
        return all;
    }
}
