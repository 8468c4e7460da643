package org.thaw.runtime.internal.recording;

import java.util.Arrays;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.Simulator;
import org.thaw.api.environment.Step;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Decision;

/** Fills buffers with a step out of a block. */
final class StepReader {
    private final Outcome outcome = new Outcome();

    void read(Columns columns, int step, StepBuffer into, Decision decision) {
        int flags = columns.getByte(Layout.FLAGS, step);
        observation(columns, step, into.observation());
        outcome.kind = Kinds.of(flags);
        outcome.reward = Double.longBitsToDouble(columns.getLong(Layout.REWARD, step));
        outcome.discount = Double.longBitsToDouble(columns.getLong(Layout.DISCOUNT, step) ^ Kinds.usualDiscount(flags));
        outcome.player = columns.getInt(Layout.PLAYER, step);
        into.outcomeFrom(outcome);
        legal(columns, step, (flags & Layout.RESTRICTED) != 0, into.legal());
        if ((flags & Layout.LED) != 0) {
            action(columns, step, Layout.PREVIOUS, Layout.PREVIOUS_VALUES, into.previousAction());
        } else if (outcome.kind != Step.Kind.FIRST) {
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

    /** What {@link StepBuffer#outcomeFrom} takes over of a step; the rest is not asked for. */
    private static final class Outcome implements Step {
        private Kind kind = Kind.FIRST;
        private double reward;
        private double discount;
        private int player;

        @Override
        public Kind kind() {
            return kind;
        }

        @Override
        public double reward() {
            return reward;
        }

        @Override
        public double discount() {
            return discount;
        }

        @Override
        public int player() {
            return player;
        }

        @Override
        public Tensor observation() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Action previousAction() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean[] legal() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int lane() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Simulator simulator() {
            throw new UnsupportedOperationException();
        }
    }
}
