package org.thaw.toolkit;

import org.thaw.api.Context;

/** A learner around a {@link Classifier}. */
public abstract class ClassifierLearner extends NetworkLearner {
    /** The network, its optimiser and its loss. */
    protected final Classifier classifier;

    /** A learner around this classifier. */
    protected ClassifierLearner(Classifier classifier, Context context) {
        super(classifier.trained(), context);
        this.classifier = classifier;
    }
}
