package org.thaw.api.learner;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Optional, for learners that can tell what they compute, as a rule those with a network. A floating-point operation (FLOP) is one addition or
 * multiplication of the products with weights; what takes a few operations for each value instead of one for each weight is neglected, as in Kaplan et
 * al. 2020, §2.1. The numbers follow from configuration and shapes alone, so that they are the same on every machine. A learner that does not know leaves
 * this out: there is no number for "unknown".
 */
@ConsumerType
public interface Costed {
    /** What one decision in one lane takes at most, at least 1: one row forward, with the context as long as it gets where there is one. */
    long flopsPerDecision();

    /**
     * What one step of the optimiser takes at most, at least 1: all rows of a full batch, forward and backward (three times the forward pass for what is
     * trained), with what else goes through a network for it. Where {@link Learner#updates()} counts smaller changes too, this is that of its greatest.
     */
    long flopsPerUpdate();
}
