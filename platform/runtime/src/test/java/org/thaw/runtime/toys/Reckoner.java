package org.thaw.runtime.toys;

import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.learner.Costed;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Sequences;
import org.thaw.api.learner.Student;

/** A {@link Copyist} that says what it computes. */
public record Reckoner(Config config, Copyist copyist) implements Student, Costed {
    public record Config(@Parameter(value = "of a decision", byDefault = "20") long decision) {
    }

    @Plugin(kind = Plugin.Kind.LEARNER, id = "reckoner", summary = "Counts actions and operations.")
    public static final class Factory implements LearnerFactory<Config, Reckoner> {
        @Override
        public Reckoner create(Config configuration, Signature signature, Context context) {
            return new Reckoner(configuration, new Copyist.Factory().create(new Copyist.Config(5, 3), signature, context));
        }
    }

    @Override
    public long flopsPerDecision() {
        return config.decision();
    }

    @Override
    public long flopsPerUpdate() {
        return 15 * config.decision();
    }

    @Override
    public Policy policy(Mode mode, Cue cue) {
        return copyist.policy(mode, cue);
    }

    @Override
    public void study(Sequences windows) {
        copyist.study(windows);
    }

    @Override
    public int window() {
        return copyist.window();
    }

    @Override
    public int batch() {
        return copyist.batch();
    }

    @Override
    public long updates() {
        return copyist.updates();
    }

    @Override
    public void save(StateWriter out) {
        copyist.save(out);
    }

    @Override
    public void restore(StateReader in) {
        copyist.restore(in);
    }
}
