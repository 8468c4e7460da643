package org.thaw.learners.modelbased.internal;

import org.thaw.networks.Network;

/**
 * The networks of a value prediction network (Oh, Singh and Lee 2017, section 3.1), which know the world as far as rewards and values need it:
 * <ul>
 * <li>encoding: an observation x becomes an abstract state s, {@code latent} numbers;
 * <li>transition and outcome, one network: s becomes, for each action, the change Δ of the abstract state, the reward r and the logit of the probability c that
 * the episode goes on, so that {@code s' = s + Δ} and c γ discounts what follows;
 * <li>value: s becomes V(s).
 * </ul>
 * Primitive actions stand for the paper's options, and an output for each action for its transitions with weights of their own. All rows from index 0.
 *
 * @param encoder [rows, numbers of an observation] → [rows, latent]
 * @param core    [rows, latent] → [rows, actions, latent + 2]: Δ, r and the logit of c
 * @param value   [rows, latent] → [rows, 1]
 */
record LatentModel(Network encoder, Network core, Network value) {
    /** How many numbers an abstract state has. */
    int latent() {
        return value.inputs();
    }

    /** How many numbers the core says of one action: the reward stands at index {@code latent}, the logit behind it. */
    int stride() {
        return latent() + 2;
    }

    int actions() {
        return core.outputs() / stride();
    }

    /** One that shares nothing with this one. */
    LatentModel copy() {
        return new LatentModel(encoder.copy(), core.copy(), value.copy());
    }

    /** Takes over the parameters of another one. */
    void copyFrom(LatentModel other) {
        copy(other.encoder, encoder);
        copy(other.core, core);
        copy(other.value, value);
    }

    private static void copy(Network from, Network to) {
        System.arraycopy(from.parameters(), 0, to.parameters(), 0, to.parameters().length);
    }

    /** The probability of a logit. */
    static double sigmoid(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }
}
