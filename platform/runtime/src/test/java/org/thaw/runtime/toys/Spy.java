package org.thaw.runtime.toys;

import java.util.List;
import java.util.function.Consumer;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Plugin;
import org.thaw.api.Privilege;
import org.thaw.api.Signature;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Data;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Predictor;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.internal.catalog.Entries;

/** Learns nothing, notes what it is given, and does at a task's end what a test tells it to. */
public final class Spy implements Predictor {
    public record None() {
    }

    @Plugin(kind = Plugin.Kind.LEARNER, id = "spy", summary = "Looks on.")
    public static final class Factory implements LearnerFactory<None, Spy> {
        private final List<String> notes;
        private final Consumer<Data> atEnd;

        Factory(List<String> notes, Consumer<Data> atEnd) {
            this.notes = notes;
            this.atEnd = atEnd;
        }

        @Override
        public Spy create(None configuration, Signature signature, Context context) {
            return new Spy(notes, atEnd, signature);
        }
    }

    private final List<String> notes;
    private final Consumer<Data> atEnd;
    private final Signature signature;
    private final long[] updates = new long[1];

    private Spy(List<String> notes, Consumer<Data> atEnd, Signature signature) {
        this.notes = notes;
        this.atEnd = atEnd;
        this.signature = signature;
    }

    public static PluginEntry of(Privilege privilege, List<String> notes, Consumer<Data> atEnd) {
        PluginEntry plain = Entries.of(new Factory(notes, atEnd));
        return new PluginEntry(plain.kind(), plain.id(), plain.version(), plain.bundle(), plain.sha256(), plain.summary(), plain.source(), plain.accepts(), privilege,
                plain.factory(), plain.configuration(), plain.product());
    }

    @Override
    public void begin(Cue cue) {
        notes.add("begin " + cue);
    }

    @Override
    public void learn(Tensor inputs, Tensor targets, Cue cue) {
        for (int target : targets.ints()) {
            notes.add("label " + target);
        }
        updates[0]++;
    }

    @Override
    public void end(Cue cue, Data data) {
        notes.add("end " + cue);
        atEnd.accept(data);
    }

    @Override
    public void prepare() {
        notes.add("prepare");
    }

    @Override
    public Tensor predict(Tensor inputs, Cue cue) {
        return Tensor.zeros(Tensor.Type.F32, inputs.rows(), signature.choices());
    }

    @Override
    public long updates() {
        return updates[0];
    }

    @Override
    public void save(StateWriter out) {
        out.tensor(StateKind.OPTIMISER, "updates", Tensor.of(updates, 1));
    }

    @Override
    public void restore(StateReader in) {
        in.into("updates", Tensor.of(updates, 1));
    }
}
