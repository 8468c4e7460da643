package org.thaw.runtime.toys;

import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.Spec;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Predictor;

/** A learner around another one. */
public final class Wrapper implements Predictor {
    public record Config(@Parameter(value = "what is wrapped", byDefault = "centroids") Spec inner) {
    }

    @Plugin(kind = Plugin.Kind.LEARNER, id = "wrapper", summary = "Wraps.")
    public static final class Factory implements LearnerFactory<Config, Wrapper> {
        @Override
        public Wrapper create(Config configuration, Signature signature, Context context) {
            return new Wrapper(context.learner("inner", configuration.inner(), signature, Predictor.class));
        }
    }

    private final Predictor inner;

    private Wrapper(Predictor inner) {
        this.inner = inner;
    }

    @Override
    public Tensor predict(Tensor inputs, Cue cue) {
        return inner.predict(inputs, cue);
    }

    @Override
    public void learn(Tensor inputs, Tensor targets, Cue cue) {
        inner.learn(inputs, targets, cue);
    }

    @Override
    public long updates() {
        return inner.updates();
    }

    @Override
    public void save(StateWriter out) {
        out.part("inner", inner);
    }

    @Override
    public void restore(StateReader in) {
        in.part("inner", inner);
    }

    @Override
    public void close() {
        inner.close();
    }
}
