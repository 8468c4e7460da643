package org.thaw.learners.imitation.internal;

import org.thaw.api.Context;
import org.thaw.api.RandomStream;
import org.thaw.networks.Gru;
import org.thaw.networks.SequenceNetwork;
import org.thaw.networks.Transformer;

/** The networks of this bundle, with fresh parameters from the stream {@code initialisation}. */
final class Models {
    private static final int FEED_FORWARD = 4;

    private Models() {
    }

    /** @throws IllegalArgumentException unless so many heads can share a width evenly */
    static void checkHeads(int width, int heads) {
        if (heads < 1 || width % heads != 0) {
            throw new IllegalArgumentException("width " + width + " with heads " + heads + ": expected a multiple of the heads, which share it evenly");
        }
    }

    /** A causal transformer whose feed-forward layers are four times as wide as its stream. */
    static SequenceNetwork transformer(int inputs, int width, int layers, int heads, int context, int outputs, Context host) {
        RandomStream random = host.random("initialisation");
        return new Transformer(new Transformer.Config(inputs, outputs, width, layers, heads, FEED_FORWARD * width, context), random::nextDouble);
    }

    /** Layers of gated recurrent units. */
    static SequenceNetwork gru(int inputs, int units, int layers, int outputs, Context host) {
        RandomStream random = host.random("initialisation");
        return new Gru(new Gru.Config(inputs, outputs, units, layers), random::nextDouble);
    }

    /** A network and the optimiser that all imitators use. */
    static TrainedSequence trained(SequenceNetwork network, LearningRate rate, double gradientBound, Context context) {
        return new TrainedSequence(network, new Descent(network.parameters().length, rate, gradientBound), context);
    }
}
