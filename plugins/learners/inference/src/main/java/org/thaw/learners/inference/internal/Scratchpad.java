package org.thaw.learners.inference.internal;

import java.util.Arrays;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.environment.Step;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Sequences;
import org.thaw.api.learner.Student;

/**
 * A frozen agent with an external memory: the usual answer to why a model that no longer learns should go on getting better. It studies, once, what a teacher
 * did in each observation, and then writes down its own episodes and looks up the best of them (as episodic control does: Lengyel and Dayan 2007; Blundell et
 * al. 2016). With r what the best remembered episodes did here, f what the teacher did here, and λ the share of looking up,
 *
 * <pre>
 * π = λ r + (1 − λ) f    where an episode is remembered that was here and earned more than the worst of this life, else f
 * f(a) ∝ κ + how often the teacher took a here
 * </pre>
 *
 * Knowledge is the model f; the memory belongs to the policy, one for each life, bounded, and is gone with it.
 *
 * <p>What it can do: stumble on something good by what the teacher's actions leave to chance, and repeat it, more and more exactly the better its best
 * episode was. What it cannot: assign credit within an episode, join the good parts of two (only as far as their paths cross), carry anything over to
 * observations that it was never in, find what its teacher's average behaviour hardly ever leads to, or keep more than its memory holds. Where episodes
 * never end it never looks up anything. Exploiting takes the most probable action.
 */
public final class Scratchpad implements Student {
    private final Config config;
    private final Context context;
    private final int lanes;
    private final int actions;
    private final Rows rows;
    private final ActionModel model;
    private long updates;

    /**
     * Hyperparameters.
     *
     * @param use         λ
     * @param best        how many of the best episodes are looked up at once
     * @param temperature how much returns may differ for episodes to count alike
     * @param episodes    how many episodes of each life are remembered
     * @param steps       how many steps of each
     * @param radius      how far an observation may be from the present one to count as the same
     * @param smoothing   κ
     * @param examples    how many studied observations are stored, if they are real
     * @param neighbours  how many of them answer
     * @param window      steps of a window
     * @param batch       windows at once
     */
    public record Config(
            @Parameter(value = "share λ of decisions that follow the memory where it holds something", byDefault = "0.95", range = "[0,1]") double use,
            @Parameter(value = "how many of the best episodes are looked up at once", byDefault = "20", range = "[1,*)") int best,
            @Parameter(value = "temperature: an episode counts exp(return / temperature); 0: the best that was here alone", byDefault = "0", range = "[0,*)") double temperature,
            @Parameter(value = "how many of the latest episodes of a life are remembered", byDefault = "100", range = "[1,*)") int episodes,
            @Parameter(value = "how many steps of each episode are remembered, its first", byDefault = "100", range = "[1,*)") int steps,
            @Parameter(value = "distance within which two real observations count as the same", byDefault = "0.1", range = "[0,*)") double radius,
            @Parameter(value = "smoothing κ: how often every action counts as done before anything was studied", byDefault = "0.1", range = "(0,*)") double smoothing,
            @Parameter(value = "studied observations that are stored, where they are real", byDefault = "2000", range = "[1,*)") int examples,
            @Parameter(value = "how many of the nearest of them are asked", byDefault = "25", range = "[1,*)") int neighbours,
            @Parameter(value = "steps in a window of study", byDefault = "20", range = "[1,*)") int window,
            @Parameter(value = "windows in a batch", byDefault = "32", range = "[1,*)") int batch) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "scratchpad",
            summary = "A memoryless imitator with an external memory: repeats the best episodes of its own life; for numbered actions.",
            source = "after Lengyel and Dayan 2007 and Blundell et al. 2016 (arXiv:1606.04460)")
    public static final class Factory implements LearnerFactory<Config, Scratchpad> {
        @Override
        public Scratchpad create(Config configuration, Signature signature, Context context) {
            return new Scratchpad(configuration, signature, context);
        }
    }

    private Scratchpad(Config config, Signature signature, Context context) {
        if (!(signature.output() instanceof Space.Categorical)) {
            throw new IllegalArgumentException("scratchpad needs numbered actions, not " + signature.output());
        }
        this.config = config;
        this.context = context;
        lanes = signature.lanes();
        actions = signature.choices();
        rows = new Rows(signature.input());
        model = signature.input() instanceof Space.Categorical numbers ? new CountedActions(numbers.count(), actions)
                : new NearestActions(rows, actions, config.examples(), config.neighbours(), context.random("reservoir"));
    }

    @Override
    public void study(Sequences windows) {
        for (int w = 0; w < windows.count(); w++) {
            for (int t = 0; t < windows.length(w); t++) {
                Decision decision = windows.decision(w, t);
                if (decision.action().chosen()) {
                    model.study(windows.step(w, t), decision);
                }
            }
        }
        updates++;
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
    public Policy policy(Mode mode, Cue cue) {
        return new Remembering(new Choice(actions, mode == Mode.EXPLOIT, context.random(mode == Mode.EXPLORE ? "exploration" : "exploitation")));
    }

    /** The memories of all lanes. */
    private final class Remembering implements Policy {
        private final Choice choice;
        private final EpisodeMemory[] memories = new EpisodeMemory[lanes];
        private final double[] modelled = new double[actions];
        private final double[] retrieved = new double[actions];

        Remembering(Choice choice) {
            this.choice = choice;
            Arrays.setAll(memories, lane -> new EpisodeMemory(rows, config.episodes(), config.steps(), config.best()));
        }

        @Override
        public void observe(Step step) {
            memories[step.lane()].meet(step);
        }

        @Override
        public void act(Step step, Decision decision) {
            observe(step);
            model(step);
            if (memories[step.lane()].retrieve(step, config.radius(), config.temperature(), retrieved)) {
                for (int a = 0; a < actions; a++) {
                    modelled[a] = config.use() * retrieved[a] + (1 - config.use()) * modelled[a];
                }
            }
            choice.decide(modelled, decision);
        }

        /** f. */
        private void model(Step step) {
            model.counts(step, modelled);
            double sum = 0;
            for (int a = 0; a < actions; a++) {
                modelled[a] = step.legal()[a] ? modelled[a] + config.smoothing() : 0;
                sum += modelled[a];
            }
            for (int a = 0; a < actions; a++) {
                modelled[a] /= sum;
            }
        }

        @Override
        public void save(StateWriter out) {
            for (int lane = 0; lane < lanes; lane++) {
                out.part("lane-" + lane, memories[lane]);
            }
        }

        @Override
        public void restore(StateReader in) {
            for (int lane = 0; lane < lanes; lane++) {
                in.part("lane-" + lane, memories[lane]);
            }
        }
    }

    @Override
    public long updates() {
        return updates;
    }

    /** What is saved beside the model. */
    public record Progress(long updates) {
    }

    @Override
    public void save(StateWriter out) {
        out.part("model", model);
        out.record(StateKind.OPTIMISER, "progress", new Progress(updates));
    }

    @Override
    public void restore(StateReader in) {
        in.part("model", model);
        updates = in.record("progress", Progress.class).updates();
    }
}
