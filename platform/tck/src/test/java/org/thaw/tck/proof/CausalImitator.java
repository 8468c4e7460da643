package org.thaw.tck.proof;

import java.util.Arrays;
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

/**
 * A causal sequence model in miniature: predicts the next action of a life from what came before it, across episodes. The context is one
 * fading sum of rewards and one of pulls for each arm; studying fits a softmax on them. Frozen, it still adapts: in its context alone.
 */
final class CausalImitator implements Student {
    record Config(@Parameter(value = "steps in a window", byDefault = "60", range = "[1,*)") int window,
            @Parameter(value = "windows in a batch", byDefault = "4", range = "[1,*)") int batch,
            @Parameter(value = "step size", byDefault = "0.05", range = "(0,*)") float rate) {
    }

    @Plugin(kind = Plugin.Kind.LEARNER, id = "causal-imitator", summary = "Imitates a learner from its life so far.")
    public static final class Factory implements LearnerFactory<Config, CausalImitator> {
        @Override
        public CausalImitator create(Config configuration, Signature signature, Context context) {
            return new CausalImitator(configuration, signature, context);
        }
    }

    private static final float FADING = 0.9f;

    private final Config config;
    private final int actions;
    private final int lanes;
    private final RandomStream sampling;
    private final LinearSoftmax model;
    private final float[] gradient;
    private long updates;

    private CausalImitator(Config config, Signature signature, Context context) {
        if (!(signature.output() instanceof Space.Categorical)) {
            throw new IllegalArgumentException("causal-imitator needs numbered actions, not " + signature.output());
        }
        this.config = config;
        this.actions = signature.choices();
        this.lanes = signature.lanes();
        this.sampling = context.random("sampling");
        this.model = new LinearSoftmax(2 * actions, actions);
        this.gradient = new float[model.weights().length];
    }

    /** Takes one more step into the context that begins at {@code sums[at]}: what was done last and what it earned. */
    private void extend(float[] sums, int at, Step step) {
        if (step.isFirst()) {
            return;
        }
        for (int i = 0; i < 2 * actions; i++) {
            sums[at + i] *= FADING;
        }
        sums[at + step.previousAction().index()] += (float) step.reward();
        sums[at + actions + step.previousAction().index()] += 1;
    }

    @Override
    public void study(Sequences windows) {
        for (int w = 0; w < windows.count(); w++) {
            float[] context = new float[2 * actions];
            Arrays.fill(gradient, 0);
            for (int t = 0; t < windows.length(w); t++) {
                extend(context, 0, windows.step(w, t));
                Decision decision = windows.decision(w, t);
                if (decision.action().chosen()) {
                    model.gradient(context, 0, decision.action().index(), 1f / windows.length(w), gradient);
                }
            }
            model.descend(gradient, config.rate());
        }
        updates++;
    }

    /** Rules out what is illegal. */
    private static void rule(boolean[] legal, float[] p) {
        float sum = 0;
        for (int a = 0; a < p.length; a++) {
            p[a] = legal[a] ? Math.max(p[a], Float.MIN_NORMAL) : 0;
            sum += p[a];
        }
        for (int a = 0; a < p.length; a++) {
            p[a] /= sum;
        }
    }

    /** The contexts of all lanes. */
    private final class Following implements Policy {
        private final Tensor sums = Tensor.zeros(Tensor.Type.F32, lanes, 2 * actions);

        @Override
        public void act(Step step, Decision decision) {
            observe(step);
            float[] p = model.probabilities(sums.floats(), step.lane() * 2 * actions);
            rule(step.legal(), p);
            decision.distribution(p);
            decision.choose(sampling.nextIndex(p, actions));
        }

        @Override
        public void observe(Step step) {
            extend(sums.floats(), step.lane() * 2 * actions, step);
        }

        @Override
        public void save(StateWriter out) {
            out.tensor(StateKind.MEMORY, "sums", sums);
        }

        @Override
        public void restore(StateReader in) {
            in.into("sums", sums);
        }
    }

    @Override
    public Policy policy(Mode mode, Cue cue) {
        return new Following();
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
        out.tensor(StateKind.PARAMETER, "weights", Tensor.of(model.weights(), actions, 2 * actions + 1));
        out.tensor(StateKind.OPTIMISER, "updates", Tensor.of(new long[] {updates}, 1));
    }

    @Override
    public void restore(StateReader in) {
        in.into("weights", Tensor.of(model.weights(), actions, 2 * actions + 1));
        updates = in.tensor("updates").longs()[0];
    }
}
