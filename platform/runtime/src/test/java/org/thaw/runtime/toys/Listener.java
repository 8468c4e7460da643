package org.thaw.runtime.toys;

import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Data;
import org.thaw.api.learner.Agent;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Transitions;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.internal.catalog.Entries;

/** An agent that always acts alike and notes what it is told of its tasks. */
public final class Listener implements Agent {
    public record None() {
    }

    @Plugin(kind = Plugin.Kind.LEARNER, id = "listener", summary = "Listens.")
    public static final class Factory implements LearnerFactory<None, Listener> {
        private final List<String> notes;

        Factory(List<String> notes) {
            this.notes = notes;
        }

        @Override
        public Listener create(None configuration, Signature signature, Context context) {
            return new Listener(notes);
        }
    }

    private final List<String> notes;
    private final long[] updates = new long[1];

    private Listener(List<String> notes) {
        this.notes = notes;
    }

    public static PluginEntry of(List<String> notes) {
        return Entries.of(new Factory(notes));
    }

    @Override
    public void begin(Cue cue) {
        notes.add("begin " + cue);
    }

    @Override
    public void end(Cue cue, Data data) {
        notes.add("end " + cue);
    }

    @Override
    public Policy policy(Mode mode, Cue cue) {
        notes.add("policy " + mode + " " + cue);
        return (step, decision) -> decision.choose(1);
    }

    @Override
    public void learn(Transitions transitions) {
        updates[0]++;
    }

    @Override
    public long updates() {
        return updates[0];
    }

    @Override
    public void save(StateWriter out) {
        out.tensor(StateKind.PARAMETER, "updates", Tensor.of(updates, 1));
    }

    @Override
    public void restore(StateReader in) {
        in.into("updates", Tensor.of(updates, 1));
    }
}
