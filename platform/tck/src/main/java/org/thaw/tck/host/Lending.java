package org.thaw.tck.host;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.thaw.api.Signature;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Step;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Sequences;
import org.thaw.api.learner.Steps;
import org.thaw.api.learner.Transitions;

/** How a host hands its buffers to a plugin. Each call gets copies; what becomes of these after the call differs. */
public enum Lending {
    /** Nothing: a plugin that holds on to a buffer gets away with it. */
    GIVEN,
    /** They are compared with what they held before: a plugin that writes into them is found out. */
    CHECKED,
    /** They are overwritten with garbage, as by the next batch: a plugin that holds on to them sees it. */
    OVERWRITTEN;

    private static final double ABSURD = -1e30;

    /** Lends a batch. */
    public void batch(Tensor inputs, Tensor targets, BiConsumer<Tensor, Tensor> call) {
        Tensor x = inputs.copy();
        Tensor y = targets.copy();
        call.accept(x, y);
        takeBack(x, inputs, "inputs");
        takeBack(y, targets, "targets");
    }

    /** Takes a tensor back. @throws IllegalStateException if it was changed and must not be */
    void takeBack(Tensor lent, Tensor original, String what) {
        if (this == CHECKED && !lent.sameBits(original)) {
            throw new IllegalStateException("the plugin wrote into the host's " + what + ", which it may only read");
        }
        if (this == OVERWRITTEN) {
            overwrite(lent);
        }
    }

    /** Fills a tensor with what no plugin can take for data. */
    public static void overwrite(Tensor tensor) {
        switch (tensor.type()) {
            case F32 -> Arrays.fill(tensor.floats(), Float.NaN);
            case F64 -> Arrays.fill(tensor.doubles(), Double.NaN);
            case I32 -> Arrays.fill(tensor.ints(), Integer.MIN_VALUE);
            case I64 -> Arrays.fill(tensor.longs(), Long.MIN_VALUE);
            case U8 -> Arrays.fill(tensor.bytes(), (byte) 0xA5);
        }
    }

    /** Lends steps. */
    void steps(Signature signature, List<StepBuffer> steps, Consumer<Steps> call) {
        List<StepBuffer> lent = steps.stream().map(step -> copy(signature, step)).toList();
        call.accept(new Steps() {
            @Override
            public int count() {
                return lent.size();
            }

            @Override
            public Step step(int i) {
                return lent.get(i);
            }
        });
        IntStream.range(0, lent.size()).forEach(i -> takeBack(lent.get(i), steps.get(i)));
    }

    /** Lends transitions. */
    void transitions(Signature signature, Stretch stretch, Consumer<Transitions> call) {
        Stretch lent = stretch.copy(signature);
        call.accept(lent);
        for (int lane = 0; lane < stretch.lanes(); lane++) {
            for (int t = 0; t < stretch.length(); t++) {
                takeBack((StepBuffer) lent.from(lane, t), stretch.from(lane, t));
                takeBack((StepBuffer) lent.to(lane, t), stretch.to(lane, t));
                if (this == OVERWRITTEN) {
                    lent.decision(lane, t).clear();
                }
            }
        }
    }

    /** Lends windows of recorded lives. */
    public void windows(Signature signature, Windows windows, Consumer<Sequences> call) {
        Windows lent = windows.copy(signature);
        call.accept(lent);
        for (int w = 0; w < windows.count(); w++) {
            for (int t = 0; t < windows.length(w); t++) {
                takeBack((StepBuffer) lent.step(w, t), windows.step(w, t));
                takeBack(lent.decision(w, t), windows.decision(w, t));
            }
        }
    }

    private void takeBack(Decision lent, Decision original) {
        if (this == CHECKED && !(lent.action().index() == original.action().index() && Arrays.equals(lent.action().values(), original.action().values())
                && Arrays.equals(lent.distribution(), original.distribution()))) {
            throw new IllegalStateException("the plugin wrote into a recorded decision, which it may only read");
        }
        if (this == OVERWRITTEN) {
            Arrays.fill(lent.distribution(), Float.NaN);
            lent.clear();
        }
    }

    static StepBuffer copy(Signature signature, Step step) {
        StepBuffer copy = new StepBuffer(signature, step.lane());
        copy.copyFrom(step);
        copy.simulator(step::simulator);
        return copy;
    }

    private void takeBack(StepBuffer lent, Step original) {
        if (this == CHECKED && !(Arrays.equals(lent.legal(), original.legal()) && lent.previousAction().index() == original.previousAction().index()
                && Arrays.equals(lent.previousAction().values(), original.previousAction().values()))) {
            throw new IllegalStateException("the plugin wrote into the host's step, which it may only read");
        }
        takeBack(lent.observation(), original.observation(), "observation");
        if (this == OVERWRITTEN) {
            Arrays.fill(lent.legal(), false);
            Arrays.fill(lent.previousAction().values(), Float.NaN);
            lent.previousAction().set(Integer.MAX_VALUE);
            lent.termination(ABSURD);
            lent.player(Integer.MAX_VALUE);
        }
    }
}
