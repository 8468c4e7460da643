package org.thaw.learners.modelbased.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.StepBuffer;
import org.thaw.tck.host.HostStream;
import org.thaw.toolkit.replay.TransitionMemory;
import org.thaw.toolkit.replay.TransitionWindows;

/** One step from 1 to 4 that earns 3, in the world of {@link Models#ladder}: Q¹(4, ·) = (6, 5). */
class UnrollTargetsTest {
    private static final Signature SIGNATURE = new Signature(Space.Real.of(-9, 9, 1), new Space.Categorical(2));

    private static UnrollTargets targets(boolean upIsLegal, boolean terminates) {
        StepBuffer from = new StepBuffer(SIGNATURE);
        StepBuffer to = new StepBuffer(SIGNATURE);
        from.first();
        from.observation().floats()[0] = 1;
        if (terminates) {
            to.termination(3);
        } else {
            to.truncation(3);
        }
        to.observation().floats()[0] = 4;
        to.legal()[0] = upIsLegal;
        TransitionMemory memory = new TransitionMemory(SIGNATURE, 10, 1);
        memory.add(0, from, 1, to);
        TransitionWindows batch = memory.windows(1, 3);
        memory.draw(new HostStream(1), batch);
        Settings settings = new Settings();
        settings.discount = 0.5;
        UnrollTargets targets = new UnrollTargets(Models.ladder(), settings.build());
        targets.of(batch);
        return targets;
    }

    @Test
    void valuesAreReturnsThatThePlannedValueOfTheLastStateFollows() {
        assertArrayEquals(new float[] {3 + 0.5f * 6, 6}, Arrays.copyOf(targets(true, false).returns(), 2), 1e-5f);
    }

    @Test
    void onlyLegalActionsOfASeenStateCount() {
        assertArrayEquals(new float[] {3 + 0.5f * 5, 5}, Arrays.copyOf(targets(false, false).returns(), 2), 1e-5f);
    }

    @Test
    void nothingFollowsATermination() {
        assertArrayEquals(new float[] {3, 0}, Arrays.copyOf(targets(true, true).returns(), 2));
    }

    @Test
    void abstractStatesAreThoseOfTheTargetEncoder() {
        assertEquals(4, targets(true, false).states()[1]);
    }
}
