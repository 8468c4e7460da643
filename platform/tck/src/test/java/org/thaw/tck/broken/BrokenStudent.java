package org.thaw.tck.broken;

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
import org.thaw.api.learner.Decisions;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Policy;
import org.thaw.api.learner.Sequences;
import org.thaw.api.learner.Steps;
import org.thaw.api.learner.Student;

/** Counts what was done in each observation after each action; sound, but for one fault. */
public final class BrokenStudent implements Student {
    /** Ways to break the contract of students. */
    public enum Fault {
        NONE, CHANGES_ITS_MIND, CHOOSES_ILLEGALLY, ACTING_LEARNS, REMEMBERS_ITS_OWN_ACTIONS, SHARES_ITS_CONTEXT, MIXES_LANES, OBSERVES_NOTHING, SAVES_NO_CONTEXT,
        STUDY_WIPES_CONTEXTS, HOLDS_ON_TO_WINDOWS, WRITES_INTO_WINDOWS, NEEDS_LONG_WINDOWS, LANES_TOGETHER_DIFFER, LEARNS_NOTHING
    }

    /** Which fault. */
    public record Config(@Parameter("the fault") Fault fault) {
    }

    /** Makes students with one fault each. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "broken-student", summary = "Has one fault.")
    public static final class Factory implements LearnerFactory<Config, BrokenStudent> {
        @Override
        public BrokenStudent create(Config configuration, Signature signature, Context context) {
            return new BrokenStudent(configuration.fault(), signature, context);
        }
    }

    private record Count(long updates) {
    }

    private final Fault fault;
    private final Signature signature;
    private final Context context;
    private final int actions;
    /** [observation, latest action (the last row: none), action]. */
    private final float[] counts;
    private final int[] common;
    private Sequences before;
    private long updates;
    private int[] studiedBeside = {};

    private BrokenStudent(Fault fault, Signature signature, Context context) {
        if (!(signature.input() instanceof Space.Categorical states) || !(signature.output() instanceof Space.Categorical)) {
            throw new IllegalArgumentException("expected numbers, not " + signature);
        }
        this.fault = fault;
        this.signature = signature;
        this.context = context;
        actions = signature.choices();
        counts = new float[states.count() * (actions + 1) * actions];
        common = new int[signature.lanes()];
    }

    private int row(int state, int latest) {
        return (state * (actions + 1) + latest) * actions;
    }

    private int latest(Step step) {
        return step.isFirst() ? actions : step.previousAction().index();
    }

    @Override
    public void study(Sequences windows) {
        if (before != null && before.count() > 0 && !before.decision(0, 0).action().chosen()) {
            counts[0] += 1000;
        }
        before = fault == Fault.HOLDS_ON_TO_WINDOWS ? windows : null;
        for (int w = 0; w < windows.count() && fault != Fault.LEARNS_NOTHING; w++) {
            for (int t = 0; t < windows.length(w); t++) {
                Decision decision = windows.decision(w, t);
                if (decision.action().chosen()) {
                    counts[row(windows.step(w, t).state(), latest(windows.step(w, t))) + decision.action().index()]++;
                }
            }
            if (fault == Fault.WRITES_INTO_WINDOWS) {
                windows.decision(w, 0).choose(0);
            }
            if (fault == Fault.NEEDS_LONG_WINDOWS) {
                windows.step(w, 4);
            }
        }
        if (fault == Fault.STUDY_WIPES_CONTEXTS) {
            Arrays.fill(studiedBeside, 0);
        }
        updates++;
    }

    @Override
    public int window() {
        return fault == Fault.CHANGES_ITS_MIND && updates > 30 ? 11 : 10;
    }

    @Override
    public int batch() {
        return 2;
    }

    @Override
    public Policy policy(Mode mode, Cue cue) {
        return new Counting(context.random("actions"));
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

    /** Its context: the sum of the numbers of all actions of each lane, odd or even, which tilts what it does. */
    private final class Counting implements Policy {
        private final RandomStream random;
        private final int[] sums = fault == Fault.SHARES_ITS_CONTEXT ? common : new int[signature.lanes()];

        Counting(RandomStream random) {
            this.random = random;
            studiedBeside = sums;
        }

        private int lane(Step step) {
            return fault == Fault.MIXES_LANES ? 0 : step.lane();
        }

        @Override
        public void act(Step step, Decision decision) {
            extend(step);
            float[] p = new float[actions];
            float sum = 0;
            for (int a = 0; a < actions; a++) {
                boolean may = step.legal()[a] || fault == Fault.CHOOSES_ILLEGALLY;
                p[a] = may ? 0.5f + counts[row(step.state(), latest(step)) + a] + sums[lane(step)] % 2 * 0.1f * a : 0;
                sum += p[a];
            }
            for (int a = 0; a < actions; a++) {
                p[a] /= sum;
            }
            int chosen = random.nextIndex(p, actions);
            decision.choose(chosen);
            decision.distribution(p);
            if (fault == Fault.REMEMBERS_ITS_OWN_ACTIONS) {
                sums[lane(step)] += chosen;
            }
            if (fault == Fault.ACTING_LEARNS) {
                counts[0] += 0.01f;
            }
        }

        @Override
        public void act(Steps steps, Decisions decisions) {
            Policy.super.act(steps, decisions);
            if (fault == Fault.LANES_TOGETHER_DIFFER && steps.count() < signature.lanes()) {
                float[] sure = new float[actions];
                sure[decisions.decision(0).action().index()] = 1;
                decisions.decision(0).distribution(sure);
            }
        }

        @Override
        public void observe(Step step) {
            if (fault != Fault.OBSERVES_NOTHING) {
                extend(step);
            }
        }

        private void extend(Step step) {
            if (!step.isFirst() && fault != Fault.REMEMBERS_ITS_OWN_ACTIONS) {
                sums[lane(step)] += step.previousAction().index();
            }
        }

        @Override
        public void save(StateWriter out) {
            if (fault != Fault.SAVES_NO_CONTEXT) {
                out.tensor(StateKind.MEMORY, "sums", Tensor.of(sums, sums.length));
            }
        }

        @Override
        public void restore(StateReader in) {
            if (fault != Fault.SAVES_NO_CONTEXT) {
                in.into("sums", Tensor.of(sums, sums.length));
            }
        }
    }
}
