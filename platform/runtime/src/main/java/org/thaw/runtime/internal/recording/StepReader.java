package org.thaw.runtime.internal.recording;

import java.util.Arrays;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.Step;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Decision;

/** Fills buffers with a step out of a block. */
final class StepReader {
    void read(Columns columns, int step, StepBuffer into, Decision decision) {
        int flags = columns.getByte(Layout.FLAGS, step);
        observation(columns, step, into.observation());
        Step.Kind kind = Kinds.of(flags);
        into.outcome(kind, Double.longBitsToDouble(columns.getLong(Layout.REWARD, step)),
                Double.longBitsToDouble(columns.getLong(Layout.DISCOUNT, step) ^ Kinds.usualDiscount(flags)), columns.getInt(Layout.PLAYER, step));
        legal(columns, step, (flags & Layout.RESTRICTED) != 0, into.legal());
        if ((flags & Layout.LED) != 0) {
            action(columns, step, Layout.PREVIOUS, Layout.PREVIOUS_VALUES, into.previousAction());
        } else if (kind != Step.Kind.FIRST) {
            action(columns, step - 1, Layout.ACTION, Layout.VALUES, into.previousAction());
        }
        decision(columns, step, (flags & Layout.DISTRIBUTED) != 0, decision);
    }

    private static void observation(Columns columns, int step, Tensor into) {
        switch (into.type()) {
            case F32 -> columns.getFloats(Layout.OBSERVATION, step, into.floats());
            case I32 -> into.ints()[0] = columns.getInt(Layout.OBSERVATION, step);
            default -> columns.getBytes(Layout.OBSERVATION, step, into.bytes());
        }
    }

    private static void legal(Columns columns, int step, boolean restricted, boolean[] into) {
        if (restricted) {
            columns.getBits(Layout.LEGAL, step, into);
        } else {
            Arrays.fill(into, true);
        }
    }

    private static void action(Columns columns, int step, int number, int values, Action into) {
        columns.getFloats(values, step, into.values());
        into.set(columns.getInt(number, step));
    }

    private static void decision(Columns columns, int step, boolean distributed, Decision into) {
        into.clear();
        action(columns, step, Layout.ACTION, Layout.VALUES, into.action());
        if (distributed) {
            columns.getFloats(Layout.DISTRIBUTION, step, into.distribution());
            into.distribution(into.distribution()); // the shared array itself; this says that it holds something
        }
        into.logProbability(Double.longBitsToDouble(columns.getLong(Layout.LOG_PROBABILITY, step)));
        into.value(Double.longBitsToDouble(columns.getLong(Layout.VALUE, step)));
    }
}
