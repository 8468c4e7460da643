package org.thaw.runtime.toys;

import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Step;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Sequences;
import org.thaw.api.learner.Student;

/** Counts which action was chosen in which state, and chooses in proportion; how much it has seen in its life makes it a little bolder. */
public final class Copyist implements Student {
    public record Config(@Parameter(value = "steps of a window", byDefault = "5", range = "[1,*)") int window,
                         @Parameter(value = "windows", byDefault = "3", range = "[1,*)") int batch) {
    }

    @Plugin(kind = Plugin.Kind.LEARNER, id = "copyist", summary = "Counts actions.")
    public static final class Factory implements LearnerFactory<Config, Copyist> {
        @Override
        public Copyist create(Config configuration, Signature signature, Context context) {
            return new Copyist(configuration, signature, context);
        }
    }

    private record Count(long updates) {
    }

    private record Seen(long steps) {
    }

    private final Config config;
    private final Context context;
    private final RandomStream random;
    private final int actions;
    private final float[] counts;
    private long updates;

    Copyist(Config config, Signature signature, Context context) {
        this.config = config;
        this.context = context;
        this.random = context.random("choose");
        this.actions = signature.choices();
        this.counts = new float[((Space.Categorical) signature.input()).count() * actions];
    }

    private final class Copying implements Policy {
        private final float[] weights = new float[actions];
        private long seen;

        @Override
        public void act(Step step, Decision decision) {
            float sum = 0;
            for (int a = 0; a < actions; a++) {
                weights[a] = counts[step.state() * actions + a] + 1 + (a == 1 ? seen % 3 : 0);
                sum += weights[a];
            }
            for (int a = 0; a < actions; a++) {
                weights[a] /= sum;
            }
            decision.distribution(weights);
            decision.choose(random.nextIndex(weights, actions));
            seen++;
        }

        @Override
        public void observe(Step step) {
            seen++;
        }

        @Override
        public void save(StateWriter out) {
            out.record(StateKind.MEMORY, "seen", new Seen(seen));
        }

        @Override
        public void restore(StateReader in) {
            seen = in.record("seen", Seen.class).steps();
        }
    }

    @Override
    public Policy policy(Mode mode, Cue cue) {
        return new Copying();
    }

    @Override
    public void study(Sequences windows) {
        for (int i = 0; i < windows.count(); i++) {
            for (int t = 0; t < windows.length(i); t++) {
                if (windows.decision(i, t).action().chosen()) {
                    counts[windows.step(i, t).state() * actions + windows.decision(i, t).action().index()]++;
                }
            }
        }
        updates++;
        context.measure("first", windows.start(0));
    }

    @Override
    public int window() {
        return config.window();
    }

    @Override
    public int batch() {
        return config.batch();
    }

    @Override
    public long updates() {
        return updates;
    }

    @Override
    public void save(StateWriter out) {
        out.tensor(StateKind.PARAMETER, "counts", Tensor.of(counts, counts.length));
        out.record(StateKind.OPTIMISER, "count", new Count(updates));
    }

    @Override
    public void restore(StateReader in) {
        in.into("counts", Tensor.of(counts, counts.length));
        updates = in.record("count", Count.class).updates();
    }
}
