package org.thaw.learners.modelbased.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.thaw.networks.Network;
import org.thaw.toolkit.replay.TransitionWindows;

class UnrollLossTest {
    private static final float STEP = 4e-3f;

    /** Three rows over three steps: one that is whole, one that terminates with its second step, one that was cut off after its first. */
    private static TransitionWindows batch() {
        float[] states = {0.1f, -0.4f, 0.8f, 0.3f, -0.6f, 0.5f, 0.7f, 0.2f, -0.3f, -0.9f, 0.4f, 0.6f, -0.5f, 0.9f, 0, 0, 0, 0, 0.3f, -0.2f, 0, 0, 0, 0};
        return new TransitionWindows(3, 3, 2, states, new int[] {0, 1, 1, 1, 0, 0, 0, 0, 0}, new float[] {0.5f, -0.2f, 3, 0.1f, 1, 0, -0.4f, 0, 0},
                new float[] {1, 1, 1, 1, 0, 0, 1, 0, 0}, new int[] {3, 2, 1}, new boolean[] {true, true, true, true, true, true});
    }

    @Test
    void gradientThroughTimeAgreesWithFiniteDifferences() {
        Settings settings = new Settings();
        LatentModel model = Models.smooth(3);
        UnrollTargets targets = new UnrollTargets(Models.smooth(4), settings.build());
        TransitionWindows batch = batch();
        targets.of(batch);
        UnrollLoss loss = new UnrollLoss(model, 0.7);
        for (Network network : new Network[] {model.encoder(), model.core(), model.value()}) {
            loss.of(batch, targets);
            float[] gradient = network.gradient().clone();
            for (int i = 0; i < gradient.length; i++) {
                float at = network.parameters()[i];
                double near = difference(loss, batch, targets, network, i, STEP);
                double far = difference(loss, batch, targets, network, i, 2 * STEP);
                network.parameters()[i] = at;
                assertEquals((4 * near - far) / 3, gradient[i], 1e-4, "parameter " + i + " of " + network.layout());
            }
        }
    }

    private static double difference(UnrollLoss loss, TransitionWindows batch, UnrollTargets targets, Network network, int i, float step) {
        float at = network.parameters()[i];
        float up = at + step;
        float down = at - step;
        network.parameters()[i] = up;
        double above = loss.of(batch, targets);
        network.parameters()[i] = down;
        double below = loss.of(batch, targets);
        network.parameters()[i] = at;
        return (above - below) / ((double) up - down);
    }

    /** What is imagined behind an episode's end makes no difference. */
    @Test
    void stepsThatWereNotLivedDoNotCount() {
        LatentModel model = Models.smooth(3);
        UnrollTargets targets = new UnrollTargets(Models.smooth(4), new Settings().build());
        TransitionWindows batch = batch();
        targets.of(batch);
        UnrollLoss loss = new UnrollLoss(model, 0.7);
        double before = loss.of(batch, targets);
        batch.actions()[7] = 1;
        batch.rewards()[7] = 100;
        batch.rewards()[5] = 100;
        assertEquals(before, loss.of(batch, targets));
    }

    /** V(s) = 2 s, s from 1 to 2 by action 0, predicted reward 1, and that it goes on. Lived: reward 3, state 4, cut off; so R = Q¹(4, 0) = 6 with γ = ½. */
    @Test
    void addsUpTheLossesOfValueRewardEndingAndState() {
        Settings settings = new Settings();
        settings.discount = 0.5;
        TransitionWindows batch = new TransitionWindows(1, 1, 1, new float[] {1, 4}, new int[] {0}, new float[] {3}, new float[] {1}, new int[] {1}, new boolean[] {true, true});
        UnrollTargets targets = new UnrollTargets(Models.ladder(), settings.build());
        targets.of(batch);
        // Huber of 4 − 6, ½ (1 − 3)², nothing, ½ · 0.25 · (2 − 4)²
        assertEquals(1.5 + 2 + 0 + 0.5, new UnrollLoss(Models.ladder(), 0.25).of(batch, targets), 1e-6);
    }
}
