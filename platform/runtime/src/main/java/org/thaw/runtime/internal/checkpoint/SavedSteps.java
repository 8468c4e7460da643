package org.thaw.runtime.internal.checkpoint;

import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.Step;
import org.thaw.api.environment.StepBuffer;

/** Writes the present step of a life and reads it back. */
public final class SavedSteps {
    /** All of a step but its tensors. */
    public record Outcome(String kind, double reward, double discount, int player, int previous) {
    }

    private SavedSteps() {
    }

    /** Writes one. */
    public static void save(Step step, StateWriter out) {
        Action previous = step.previousAction();
        out.record(StateKind.MEMORY, "outcome", new Outcome(step.kind().name(), step.reward(), step.discount(), step.player(), previous.index()));
        out.tensor(StateKind.MEMORY, "observation", step.observation());
        out.tensor(StateKind.MEMORY, "previous", Tensor.of(previous.values(), previous.values().length));
        byte[] legal = new byte[step.legal().length];
        for (int i = 0; i < legal.length; i++) {
            legal[i] = (byte) (step.legal()[i] ? 1 : 0);
        }
        out.tensor(StateKind.MEMORY, "legal", Tensor.of(legal, legal.length));
    }

    /** Reads it back into a buffer. */
    public static void restore(StepBuffer target, StateReader in) {
        Outcome outcome = in.record("outcome", Outcome.class);
        Action previous = target.previousAction();
        float[] values = in.tensor("previous").floats();
        previous.set(values);
        previous.set(outcome.previous());
        byte[] legal = in.tensor("legal").bytes();
        for (int i = 0; i < legal.length; i++) {
            target.legal()[i] = legal[i] != 0;
        }
        in.into("observation", target.observation());
        target.outcome(Step.Kind.valueOf(outcome.kind()), outcome.reward(), outcome.discount(), outcome.player());
    }
}
