package org.thaw.learners.inference.internal;

import java.util.ArrayList;
import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
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
 * Infers which learning algorithm its teacher runs, and runs it: the positive control of imitation. A computable stand-in for Solomonoff induction, with a
 * finite grid of learning programs c as hypotheses and a uniform prior (Solomonoff 1964; the thought experiment is Byrnes 2026):
 *
 * <pre>
 * log P(c | lives) = Σ over lives and steps of log [(1 − σ) p_c(a | life so far) + σ / n]  + constant
 * </pre>
 *
 * a is the action that was recorded with the step: a distribution that may lie beside it is not looked at, so that this student is told no more than those
 * that are to predict actions. p_c is what c would do after learning from all of that life so far, its updates executed; n the number of legal actions; σ a
 * small slip, so that a teacher outside of the grid rules nothing out.
 *
 * <p>A policy executes the updates along its own life and acts by the most probable program, the first of several. So it goes on learning though it is
 * frozen: knowledge, what the learner saves, is the posterior; the tables are information, in the context. Exploiting takes the program's most probable
 * action, ties broken at random.
 *
 * <p>What a teacher has learned before a window begins cannot be known, so only windows from a life's beginning are studied and others are passed over: the
 * window must be at least as long as the lives. One that was given windows but none from a beginning refuses to act: it has inferred nothing. A life that is drawn again counts again, which sharpens the posterior but moves its peak to no other place
 * than more lives of the same teacher would. Each life must be all that its teacher learned from: one lane, recorded since the teacher was new.
 */
public final class ProgramClass implements Student {
    private final Config config;
    private final int lanes;
    private final Context context;
    private final List<Program> programs;
    private final double[] logPosterior;
    private final Tensor saved;
    private final Executed studied;
    private final double[] probabilities;
    private int mode;
    private long updates;
    private long passedOver;

    /** Families of programs. */
    public enum Kind {
        /** All that suit the world: Q-learning, and where there is nothing to observe the bandit algorithms too. */ AUTO,
        /** Q-learning over a table. */ TABULAR_Q,
        /** UCB1. */ UCB1,
        /** Thompson sampling. */ THOMPSON
    }

    /**
     * Hyperparameters. Those of the programs are lists: the grid holds every combination.
     *
     * @param program       which families
     * @param window        the longest life that can be studied
     * @param slip          σ
     * @param stepSizes     α of Q-learning
     * @param discounts     γ of Q-learning
     * @param initialValues what the table of Q-learning starts from
     * @param epsilons      ε of Q-learning at the start
     * @param finalEpsilons ε of Q-learning after a decay
     * @param decaySteps    transitions that a decay takes; an ε that stays as it is is always in the grid
     * @param scales        what UCB1 multiplies its bonus by
     * @param retentions    what a bandit algorithm keeps of a count at each later pull
     */
    public record Config(
            @Parameter(value = "which programs: tabular-q, ucb1, thompson; or auto: all that suit the world", byDefault = "auto") Kind program,
            @Parameter(value = "steps of the longest life that can be studied, last steps of episodes included", byDefault = "20000", range = "[1,*)") int window,
            @Parameter(value = "probability σ that an action was no program's", byDefault = "0.001", range = "(0,1)") double slip,
            @Parameter(value = "step sizes α of tabular-q", byDefault = "[0.05,0.1,0.2,0.5,1]", range = "(0,1]") List<Double> stepSizes,
            @Parameter(value = "discounts γ of tabular-q", byDefault = "[0.9,0.95,0.99]", range = "[0,1]") List<Double> discounts,
            @Parameter(value = "values that the table of tabular-q starts from", byDefault = "[0,1]") List<Double> initialValues,
            @Parameter(value = "probabilities ε of a random action of tabular-q, at the start", byDefault = "[0.05,0.1,0.2,0.5,1]", range = "[0,1]") List<Double> epsilons,
            @Parameter(value = "ε of tabular-q after a decay", byDefault = "[0.01,0.05]", range = "[0,1]") List<Double> finalEpsilons,
            @Parameter(value = "transitions that a decay of ε takes; an ε that stays as it is is always tried", byDefault = "[]", range = "[1,*)") List<Long> decaySteps,
            @Parameter(value = "factors of the bonus of ucb1", byDefault = "[0.25,0.5,1,2]", range = "(0,*)") List<Double> scales,
            @Parameter(value = "what earlier pulls still count at each new one, for ucb1 and thompson", byDefault = "[1]", range = "(0,1]") List<Double> retentions) {
        public Config {
            stepSizes = some("stepSizes", stepSizes);
            discounts = some("discounts", discounts);
            initialValues = some("initialValues", initialValues);
            epsilons = some("epsilons", epsilons);
            finalEpsilons = List.copyOf(finalEpsilons);
            decaySteps = List.copyOf(decaySteps);
            scales = some("scales", scales);
            retentions = some("retentions", retentions);
        }

        private static List<Double> some(String name, List<Double> values) {
            if (values.isEmpty()) {
                throw new IllegalArgumentException(name + " is empty: expected at least one value to try");
            }
            return List.copyOf(values);
        }
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "program-class",
            summary = "Infers which learning algorithm its teacher runs, from a grid of Q-learning and bandit algorithms, and executes its updates; the positive control.",
            source = "after Solomonoff 1964 and Byrnes 2026")
    public static final class Factory implements LearnerFactory<Config, ProgramClass> {
        @Override
        public ProgramClass create(Config configuration, Signature signature, Context context) {
            return new ProgramClass(configuration, signature, context);
        }
    }

    private ProgramClass(Config config, Signature signature, Context context) {
        if (!(signature.input() instanceof Space.Categorical) || !(signature.output() instanceof Space.Categorical)) {
            throw new IllegalArgumentException("program-class needs numbered observations and actions, not " + signature.input() + " and " + signature.output());
        }
        this.config = config;
        this.lanes = signature.lanes();
        this.context = context;
        this.programs = programs(config, signature);
        this.logPosterior = new double[programs.stream().mapToInt(Program::candidates).sum()];
        this.saved = Tensor.of(logPosterior, logPosterior.length);
        this.studied = new Executed(programs);
        this.probabilities = new double[signature.choices()];
    }

    private static List<Program> programs(Config config, Signature signature) {
        boolean bandit = ((Space.Categorical) signature.input()).count() == 1;
        List<Program> programs = new ArrayList<>();
        if (config.program() == Kind.AUTO || config.program() == Kind.TABULAR_Q) {
            programs.add(new QLearning(config, signature));
        }
        if (config.program() == Kind.AUTO && bandit || config.program() == Kind.UCB1) {
            programs.add(new Ucb1(config, signature));
        }
        if (config.program() == Kind.AUTO && bandit || config.program() == Kind.THOMPSON) {
            programs.add(new Thompson(config, signature));
        }
        return List.copyOf(programs);
    }

    @Override
    public void study(Sequences windows) {
        int used = 0;
        for (int w = 0; w < windows.count(); w++) {
            if (windows.start(w) > 0) {
                continue;
            }
            studied.clear();
            for (int t = 0; t < windows.length(w); t++) {
                Step step = windows.step(w, t);
                studied.meet(step);
                Decision decision = windows.decision(w, t);
                if (decision.action().chosen()) {
                    weigh(step, decision.action().index());
                }
            }
            used++;
        }
        passedOver += windows.count() - used;
        context.measure("windows-from-a-beginning", used / (double) windows.count());
        if (used > 0) {
            updates++;
            int before = mode;
            mode = likeliest();
            if (mode != before || updates == 1) {
                context.note("program", inferred());
            }
        }
    }

    /** Adds the log-likelihood of an action, candidate by candidate. */
    private void weigh(Step step, int action) {
        int legal = 0;
        for (boolean allowed : step.legal()) {
            legal += allowed ? 1 : 0;
        }
        double slip = config.slip() / legal;
        for (int c = 0; c < logPosterior.length; c++) {
            studied.distribution(c, step, probabilities);
            logPosterior[c] += StrictMath.log((1 - config.slip()) * probabilities[action] + slip);
        }
    }

    private int likeliest() {
        int best = 0;
        for (int c = 1; c < logPosterior.length; c++) {
            best = logPosterior[c] > logPosterior[best] ? c : best;
        }
        return best;
    }

    /** @throws IllegalStateException if it was to study but could not: what it would execute then is nobody's program */
    private void checkInferred() {
        if (updates == 0 && passedOver > 0) {
            throw new IllegalStateException("program-class has inferred nothing: all " + passedOver + " windows that it was given begin in the midst of a life, where it"
                    + " cannot know what its teacher had learned. Expected a window at least as long as the recorded lives, last steps of episodes included; it is "
                    + config.window() + " steps");
        }
    }

    /** The most probable program. */
    String inferred() {
        return describe(mode);
    }

    private String describe(int candidate) {
        int rest = candidate;
        for (Program program : programs) {
            if (rest < program.candidates()) {
                return program.describe(rest);
            }
            rest -= program.candidates();
        }
        throw new IndexOutOfBoundsException(candidate);
    }

    @Override
    public int window() {
        return config.window();
    }

    /** One life. */
    @Override
    public int batch() {
        return 1;
    }

    @Override
    public Policy policy(Mode mode, Cue cue) {
        return new Executing(new Choice(probabilities.length, mode == Mode.EXPLOIT, context.random(mode == Mode.EXPLORE ? "exploration" : "exploitation")));
    }

    /** The programs on their way along the lives of all lanes. */
    private final class Executing implements Policy {
        private final Choice choice;
        private final Executed[] lives = new Executed[lanes];
        private final double[] exact = new double[probabilities.length];

        Executing(Choice choice) {
            this.choice = choice;
            for (int lane = 0; lane < lanes; lane++) {
                lives[lane] = new Executed(programs);
            }
        }

        @Override
        public void observe(Step step) {
            lives[step.lane()].meet(step);
        }

        @Override
        public void act(Step step, Decision decision) {
            checkInferred();
            observe(step);
            lives[step.lane()].distribution(mode, step, exact);
            choice.decide(exact, decision);
        }

        @Override
        public void save(StateWriter out) {
            for (int lane = 0; lane < lanes; lane++) {
                out.part("lane-" + lane, lives[lane]);
            }
        }

        @Override
        public void restore(StateReader in) {
            for (int lane = 0; lane < lanes; lane++) {
                in.part("lane-" + lane, lives[lane]);
            }
        }
    }

    @Override
    public long updates() {
        return updates;
    }

    /**
     * What is saved beside the posterior.
     *
     * @param passedOver windows that were given but not studied
     */
    public record Progress(long updates, long passedOver) {
    }

    @Override
    public void save(StateWriter out) {
        out.tensor(StateKind.PARAMETER, "log-posterior", saved);
        out.record(StateKind.OPTIMISER, "progress", new Progress(updates, passedOver));
    }

    @Override
    public void restore(StateReader in) {
        in.into("log-posterior", saved);
        Progress progress = in.record("progress", Progress.class);
        updates = progress.updates();
        passedOver = progress.passedOver();
        mode = likeliest();
    }
}
