package org.thaw.learners.modelbased.internal;

import org.thaw.networks.Initialiser;
import org.thaw.networks.Network;
import org.thaw.networks.NetworkBuilder;
import org.thaw.tck.host.HostStream;

/** Models to work out by hand: one number is seen and is the abstract state, two actions, nothing hidden. */
final class Models {
    /** No episode ends: the sigmoid of it is 1. */
    static final float SURELY = 40;

    private Models() {
    }

    /** Weights of the core, then its biases: (Δ, r, logit) of action 0, of action 1. */
    static LatentModel linear(float[] core, float value) {
        LatentModel model = new LatentModel(build(Network.of(1).dense(1)), build(Network.of(1).dense(6)), build(Network.of(1).dense(1)));
        set(model.encoder(), 1, 0);
        set(model.core(), core);
        set(model.value(), value, 0);
        return model;
    }

    /** Action 0 goes one up and earns 1, action 1 goes one down and earns 2; V(s) = 2 s. */
    static LatentModel ladder() {
        return linear(new float[] {0, 0, 0, 0, 0, 0, 1, 1, SURELY, -1, 2, SURELY}, 2);
    }

    /** Smooth ones with hidden layers: two numbers are seen, an abstract state has three. */
    static LatentModel smooth(long seed) {
        HostStream random = new HostStream(seed);
        return new LatentModel(Network.of(2).dense(4).tanh().dense(3).build(Initialiser.PYTORCH, random::nextDouble),
                Network.of(3).dense(5).tanh().dense(2 * 5).build(Initialiser.PYTORCH, random::nextDouble),
                Network.of(3).dense(4).tanh().dense(1).build(Initialiser.PYTORCH, random::nextDouble));
    }

    private static Network build(NetworkBuilder layers) {
        return layers.build(Initialiser.PYTORCH, () -> 0.5);
    }

    private static void set(Network network, float... parameters) {
        System.arraycopy(parameters, 0, network.parameters(), 0, parameters.length);
    }
}
