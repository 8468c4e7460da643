package org.thaw.tck;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.thaw.api.Space;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Step;

/** What a world's steps and a stream's examples may hold. */
final class Worlds {
    private Worlds() {
    }

    static void check(Space input, Step step) {
        inside(input, step.observation(), "an observation");
        boolean any = step.legal().length == 0 || step.isLast();
        for (boolean legal : step.legal()) {
            any |= legal;
        }
        assertTrue(any, "no action is legal in a step that is not the last");
        assertTrue(step.player() >= 0, () -> "player " + step.player());
    }

    /** All values between the bounds of the space. */
    static void inside(Space space, Tensor values, String what) {
        space.check(values, what);
        if (space instanceof Space.Real real) {
            for (int i = 0; i < values.size(); i++) {
                double value = values.type() == Tensor.Type.U8 ? values.bytes()[i] & 0xff : values.floats()[i];
                assertTrue(value >= real.low() && value <= real.high(), () -> what + " holds " + value + ", which is not in " + space);
            }
        }
    }
}
