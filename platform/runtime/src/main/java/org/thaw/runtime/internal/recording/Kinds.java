package org.thaw.runtime.internal.recording;

import org.thaw.api.environment.Step;

/** The kinds of steps as they stand in the two lowest bits of a step's flags. */
final class Kinds {
    private static final long ONE = Double.doubleToRawLongBits(1);
    private static final Step.Kind[] KINDS = {Step.Kind.FIRST, Step.Kind.MID, Step.Kind.LAST};
    private static final int MASK = 3;

    private Kinds() {
    }

    static int code(Step.Kind kind) {
        return switch (kind) {
            case FIRST -> 0;
            case MID -> 1;
            case LAST -> 2;
        };
    }

    static Step.Kind of(int flags) {
        return KINDS[flags & MASK];
    }

    /** The bits of the discount that most steps of that kind have: 0 in last ones, 1 in all others. */
    static long usualDiscount(int flags) {
        return of(flags) == Step.Kind.LAST ? 0 : ONE;
    }
}
