package org.thaw.runtime.toys;

import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Predictor;

/** Leaves itself behind wherever it can: in thread-local variables and as the thread's context class loader. */
public final class Clinger implements Predictor {
    public record None() {
    }

    @Plugin(kind = Plugin.Kind.LEARNER, id = "clinger", summary = "Does not let go.")
    public static final class Factory implements LearnerFactory<None, Clinger> {
        @Override
        public Clinger create(None configuration, Signature signature, Context context) {
            return new Clinger(signature);
        }
    }

    private final Signature signature;
    private final ThreadLocal<Clinger> local = new ThreadLocal<>();
    private final InheritableThreadLocal<Clinger> inherited = new InheritableThreadLocal<>();

    private Clinger(Signature signature) {
        this.signature = signature;
        local.set(this);
        inherited.set(this);
        Thread.currentThread().setContextClassLoader(Clinger.class.getClassLoader());
    }

    @Override
    public Tensor predict(Tensor inputs, Cue cue) {
        return Tensor.zeros(Tensor.Type.F32, inputs.rows(), signature.choices());
    }

    @Override
    public void learn(Tensor inputs, Tensor targets, Cue cue) {
        Thread.currentThread().setContextClassLoader(Clinger.class.getClassLoader());
    }

    @Override
    public long updates() {
        return 0;
    }

    @Override
    public void save(StateWriter out) {
    }

    @Override
    public void restore(StateReader in) {
    }
}
