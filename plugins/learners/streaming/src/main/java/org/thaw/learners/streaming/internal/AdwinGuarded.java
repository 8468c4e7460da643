package org.thaw.learners.streaming.internal;

import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.Spec;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Data;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Predictor;

/**
 * Guards any classifier with {@link Adwin} (Bifet and Gavaldà 2007, section 5; the window and its cuts: algorithm ADWIN2): each batch is predicted
 * before it is learned, its errors go into the window, and where the window is cut because errors rose, by
 * {@code |μ₀ − μ₁| > √(2/m σ² ln(2/δ′)) + 2/(3m) ln(2/δ′)}, the learner is replaced by a fresh one, which learns from that batch on. Boundaries
 * are passed on. Of the privileges it has the ordinary one: a guarded learner that needs more is shown the present task alone.
 */
public final class AdwinGuarded implements Predictor {
    private final Spec spec;
    private final Signature signature;
    private final Context context;
    private final Adwin adwin;
    private Predictor guarded;
    private long replaced;
    private long batches;
    /** Of the learners that were replaced. */
    private long earlier;

    /** Hyperparameters. */
    public record Config(
            @Parameter(value = "the learner to guard", byDefault = "online-naive-bayes") Spec learner,
            @Parameter(value = "confidence δ", byDefault = "0.002", range = "(0,1)", source = "MOA's ADWIN") double delta) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "adwin-guarded", summary = "Starts the guarded learner over when its errors rise.",
            source = "Bifet and Gavaldà 2007, Learning from time-changing data with adaptive windowing, algorithm ADWIN2 and section 5")
    public static final class Factory implements LearnerFactory<Config, AdwinGuarded> {
        @Override
        public AdwinGuarded create(Config configuration, Signature signature, Context context) {
            if (!(signature.output() instanceof Space.Categorical)) {
                throw new IllegalArgumentException("adwin-guarded needs classes as targets, not " + signature.output());
            }
            return new AdwinGuarded(configuration, signature, context);
        }
    }

    private AdwinGuarded(Config config, Signature signature, Context context) {
        this.spec = config.learner();
        this.signature = signature;
        this.context = context;
        this.adwin = new Adwin(config.delta());
        this.guarded = make();
    }

    /** Each fresh learner has a path of its own, hence random streams of its own. */
    private Predictor make() {
        return context.learner("guarded-" + replaced, spec, signature, Predictor.class);
    }

    @Override
    public void begin(Cue cue) {
        guarded.begin(cue);
    }

    @Override
    public void learn(Tensor inputs, Tensor targets, Cue cue) {
        signature.check(inputs, targets);
        guarded.prepare();
        Tensor scores = guarded.predict(inputs, cue);
        boolean rose = false;
        for (int row = 0; row < inputs.rows(); row++) {
            rose |= adwin.add(best(scores, row, cue) == targets.ints()[row] ? 0 : 1);
        }
        batches++;
        if (rose) {
            earlier += guarded.updates();
            guarded.close();
            replaced++;
            guarded = make();
            adwin.reset();
        }
        guarded.learn(inputs, targets, cue);
        context.measure("window", adwin.length());
        context.measure("replaced", replaced);
    }

    private static int best(Tensor scores, int row, Cue cue) {
        int classes = scores.rowSize();
        int best = -1;
        for (int c = 0; c < classes; c++) {
            if (cue.allows(c) && (best < 0 || scores.floats()[row * classes + c] > scores.floats()[row * classes + best])) {
                best = c;
            }
        }
        return best;
    }

    @Override
    public void end(Cue cue, Data data) {
        guarded.end(cue, data);
    }

    @Override
    public void prepare() {
        guarded.prepare();
    }

    @Override
    public Tensor predict(Tensor inputs, Cue cue) {
        return guarded.predict(inputs, cue);
    }

    @Override
    public long updates() {
        return batches + earlier + guarded.updates();
    }

    @Override
    public void close() {
        guarded.close();
    }

    /** What is saved beside window and learner. */
    public record Progress(long replaced, long batches, long earlier) {
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.MEMORY, "progress", new Progress(replaced, batches, earlier));
        out.part("adwin", adwin);
        out.part("guarded", guarded);
    }

    @Override
    public void restore(StateReader in) {
        Progress progress = in.record("progress", Progress.class);
        batches = progress.batches();
        earlier = progress.earlier();
        in.part("adwin", adwin);
        if (progress.replaced() != replaced) {
            guarded.close();
            replaced = progress.replaced();
            guarded = make();
        }
        in.part("guarded", guarded);
    }
}
