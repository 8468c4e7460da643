package org.thaw.learners.policygradient.internal;

import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.environment.Step;
import org.thaw.api.learner.Decision;

/**
 * A distribution over actions whose parameters a network computes. It decides, and it remembers a batch of decisions by row, to say later how probable they
 * are under other outputs and how that depends on these.
 */
sealed interface PolicyHead permits SoftmaxHead, GaussianHead {
    /** The one that suits the actions of a signature. */
    static PolicyHead of(Signature signature) {
        return signature.output() instanceof Space.Real space ? new GaussianHead(space) : new SoftmaxHead(signature.choices());
    }

    /** How many outputs of the network it reads. */
    int width();

    /**
     * Chooses and writes down an action with its log-probability.
     *
     * @param greedy takes the most probable action
     */
    void decide(float[] outputs, int at, Step step, boolean greedy, RandomStream random, Decision decision);

    /** Makes room to remember so many decisions. */
    void room(int rows);

    /** Remembers what was decided in a step. */
    void remember(int row, Step step, Decision decision);

    /** The log-probability of a remembered decision under these outputs; what follows refers to it. */
    double logProbability(float[] outputs, int at, int row);

    /** The entropy of the distribution looked at last. */
    double entropy();

    /**
     * Adds the derivatives by the outputs, and keeps those by parameters of its own.
     *
     * @param byLogProbability derivative of the loss by the log-probability asked for last
     * @param byEntropy        derivative of the loss by that distribution's entropy
     */
    void addGradient(double byLogProbability, double byEntropy, float[] gradient, int at);

    /** Parameters of its own beside the network's; live, may be empty. */
    float[] parameters();

    /** The gradient of these, which {@link #addGradient} adds to; live. */
    float[] gradient();

    /** Writes parameters of its own. */
    void save(StateWriter out);

    /** Takes them over. */
    void restore(StateReader in);
}
