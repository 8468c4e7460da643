package org.thaw.toolkit;

import java.util.function.BiConsumer;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.learner.Inspectable;
import org.thaw.api.learner.Predictor;

/**
 * What every learner around a {@link Classifier} has in common: it predicts with it, saves it, and can be looked into. A learner adds how it
 * learns. State of its own goes into parts of its own, so that learners of the format {@link Classifier#STATE} can take each other's place.
 */
public abstract class ClassifierLearner implements Predictor, Inspectable {
    /** The network and its optimiser. */
    protected final Classifier classifier;
    /** What the host lends. */
    protected final Context context;

    /** A learner around this classifier. */
    protected ClassifierLearner(Classifier classifier, Context context) {
        this.classifier = classifier;
        this.context = context;
    }

    @Override
    public Tensor predict(Tensor inputs, Cue cue) {
        return classifier.predict(inputs);
    }

    @Override
    public long updates() {
        return classifier.updates();
    }

    @Override
    public void save(StateWriter out) {
        classifier.save(out);
    }

    @Override
    public void restore(StateReader in) {
        classifier.restore(in);
    }

    @Override
    public final void weights(BiConsumer<String, Tensor> to) {
        Tensors.weights(classifier.network(), to);
    }

    @Override
    public final void activations(Tensor probe, BiConsumer<String, Tensor> to) {
        classifier.predict(probe);
        Tensors.activations(classifier.network(), probe.rows(), to);
    }
}
