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
 * What every learner around one network has in common: it predicts with it, saves it, and can be looked into. A learner adds how it
 * learns. State of its own goes into parts of its own, so that learners of the format {@link Classifier#STATE} can take each other's place.
 */
public abstract class NetworkLearner implements Predictor, Inspectable {
    /** The network and its optimiser. */
    protected final TrainedNetwork trained;
    /** What the host lends. */
    protected final Context context;

    /** A learner around this network. */
    protected NetworkLearner(TrainedNetwork trained, Context context) {
        this.trained = trained;
        this.context = context;
    }

    @Override
    public Tensor predict(Tensor inputs, Cue cue) {
        return trained.predict(inputs);
    }

    @Override
    public long updates() {
        return trained.updates();
    }

    @Override
    public void save(StateWriter out) {
        trained.save(out);
    }

    @Override
    public void restore(StateReader in) {
        trained.restore(in);
    }

    @Override
    public final void weights(BiConsumer<String, Tensor> to) {
        Tensors.weights(trained.network(), to);
    }

    @Override
    public final void activations(Tensor probe, BiConsumer<String, Tensor> to) {
        trained.predict(probe);
        Tensors.activations(trained.network(), probe.rows(), to);
    }
}
