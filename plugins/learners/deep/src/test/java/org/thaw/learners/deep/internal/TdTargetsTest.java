package org.thaw.learners.deep.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.StepBuffer;
import org.thaw.networks.Sgd;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostStream;
import org.thaw.toolkit.Start;
import org.thaw.toolkit.replay.Horizon;
import org.thaw.toolkit.replay.TransitionBatch;
import org.thaw.toolkit.replay.TransitionMemory;

/** Q is linear in one number x: the network's values are (x, 2 x, −x), those of the target network (10, 20 − 2 x, 30 + x). */
class TdTargetsTest {
    private static final Signature SIGNATURE = new Signature(Space.Real.of(-9, 9, 1), new Space.Categorical(3));

    private static QNetwork network() {
        QNetwork network = new QNetwork(SIGNATURE, new HostContext(1), Architecture.MLP, List.of(), false, Start.PYTORCH, n -> new Sgd(n, 0.1));
        float[] parameters = network.trained().network().parameters();
        System.arraycopy(new float[] {0, -2, 1, 10, 20, 30}, 0, parameters, 0, 6);
        network.copyToTarget();
        System.arraycopy(new float[] {1, 2, -1, 0, 0, 0}, 0, parameters, 0, 6);
        return network;
    }

    /** One transition with reward 3 to x = 4, in which action 2 may be ruled out. */
    private static float target(boolean doubled, boolean third, boolean terminates) {
        return target(doubled, terminates, true, true, third);
    }

    private static float target(boolean doubled, boolean terminates, boolean... legal) {
        StepBuffer from = new StepBuffer(SIGNATURE);
        StepBuffer to = new StepBuffer(SIGNATURE);
        from.first();
        to.observation().floats()[0] = 4;
        System.arraycopy(legal, 0, to.legal(), 0, legal.length);
        if (terminates) {
            to.termination(3);
        } else {
            to.truncation(3);
        }
        TransitionMemory memory = new TransitionMemory(SIGNATURE, 10, 1);
        memory.add(0, from, 1, to);
        TransitionBatch batch = memory.batch(1);
        memory.draw(new Horizon(1, 0.5, Double.POSITIVE_INFINITY), new HostStream(1), batch);
        return new TdTargets(network(), 1, 3, doubled).of(batch)[0];
    }

    @Test
    void plainTargetsTakeTheBestValueOfTheTargetNetwork() {
        // max (10, 12, 34)
        assertEquals(3 + 0.5f * 34, target(false, true, false));
    }

    @Test
    void doubleTargetsTakeTheTargetNetworksValueOfTheNetworksBestAction() {
        // argmax (4, 8, −4) is the second
        assertEquals(3 + 0.5f * 12, target(true, true, false));
    }

    @Test
    void onlyLegalActionsCount() {
        assertEquals(3 + 0.5f * 12, target(false, false, false));
    }

    @Test
    void nothingFollowsATermination() {
        assertEquals(3, target(false, true, true));
        assertEquals(3, target(true, true, true));
    }

    @Test
    void nothingFollowsAStateInWhichNoActionIsLegal() {
        assertEquals(3, target(false, false, false, false, false));
        assertEquals(3, target(true, false, false, false, false));
    }

    @Test
    void theTargetNetworkStaysUntilItIsCopied() {
        QNetwork network = network();
        float[] x = {4};
        assertArrayEquals(new float[] {10, 12, 34}, Arrays.copyOf(network.targetValues(x, 1), 3));
        assertArrayEquals(new float[] {4, 8, -4}, Arrays.copyOf(network.values(x, 1), 3));
        network.copyToTarget();
        assertArrayEquals(new float[] {4, 8, -4}, Arrays.copyOf(network.targetValues(x, 1), 3));
    }
}
