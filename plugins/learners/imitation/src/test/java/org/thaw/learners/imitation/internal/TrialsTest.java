package org.thaw.learners.imitation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.environment.Step;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Transitions;
import org.thaw.tck.host.MemoryState;
import org.thaw.tck.host.Moment;

class TrialsTest {
    private static final double ACCURACY = 1e-12;

    private final Lives lives = new Lives(2, 2);

    /** One lane's transitions: pairs of moments. */
    private record Stretch(List<Moment> from, List<Moment> to) implements Transitions {
        @Override
        public int lanes() {
            return 1;
        }

        @Override
        public int length() {
            return from.size();
        }

        @Override
        public Step from(int lane, int t) {
            return from.get(t).step();
        }

        @Override
        public Decision decision(int lane, int t) {
            return from.get(t).decision();
        }

        @Override
        public Step to(int lane, int t) {
            return to.get(t).step();
        }
    }

    private Trials trials() {
        // an episode of two steps that ends, and the beginning of another
        List<Moment> m = lives.first(0, 1).then(1, 1, 0).last(2, 0).first(0, 1).then(4, 1, 0).made();
        Trials trials = new Trials(new StepTokens("it", lives.signature(), new RewardScale(1, 0)), 2);
        trials.add(new Stretch(List.of(m.get(0), m.get(1), m.get(3)), List.of(m.get(1), m.get(2), m.get(4))));
        return trials;
    }

    @Test
    void aTrialHasATokenForEachStepActedInEachLastStepAndItsEnd() {
        Trials trials = trials();
        assertEquals(5, trials.rows());
        assertEquals(5, trials.length(0));
        assertTrue(trials.decided(1));
        assertFalse(trials.decided(2));
        assertFalse(trials.decided(4));
        assertEquals(1, trials.action(3));
        assertEquals(4, trials.reward(3));
    }

    @Test
    void advantagesGoOnAcrossTheEndOfAnEpisode() {
        Trials trials = trials();
        double[] values = {1, 2, 100, 3, 8};
        double[] advantages = new double[5];
        new Lifetimes(0.5, 0.5, false).advantages(trials, 0, values, advantages);
        // δ = 4 − 3 = 1; 2 + ½·3 − 2 = 1.5, + ¼·1; 1 + ½·2 − 1 = 1, + ¼·1.75
        assertEquals(1, advantages[3], ACCURACY);
        assertEquals(1.75, advantages[1], ACCURACY);
        assertEquals(1.4375, advantages[0], ACCURACY);
        new Lifetimes(0.5, 0.5, true).advantages(trials, 0, values, advantages);
        // δ = 4 + ½·8 − 3
        assertEquals(5, advantages[3], ACCURACY);
    }

    @Test
    void whatIsSavedGoesOnElsewhere() {
        Trials trials = trials();
        Trials other = new Trials(new StepTokens("it", lives.signature(), new RewardScale(1, 0)), 2);
        MemoryState saved = MemoryState.of(trials);
        saved.into(other);
        assertEquals("", saved.difference(MemoryState.of(other)));
        other.add(new Stretch(List.of(lives.made().get(0)), List.of(lives.made().get(1))));
        assertEquals(2, other.count());
        assertEquals(5, other.begin(1));
        assertEquals(2, other.length(1));
    }

    @Test
    void theGradientOfTheLossIsThatOfItsDifferences() {
        float[] outputs = {0.3f, -0.2f, 0.5f, -0.4f, 0.1f, -1.5f};
        boolean[] legal = {true, true, true, true};
        TrialLoss loss = new TrialLoss(2, 0.2, 0.5, 0.1);
        of(loss, outputs, legal);
        float[] gradient = loss.gradient().clone();
        for (int i = 0; i < outputs.length; i++) {
            float step = 1e-2f;
            float[] more = outputs.clone();
            more[i] += step;
            float[] less = outputs.clone();
            less[i] -= step;
            assertEquals((of(loss, more, legal) - of(loss, less, legal)) / (2 * step), gradient[i], 1e-4, "output " + i);
        }
    }

    private static double of(TrialLoss loss, float[] outputs, boolean[] legal) {
        float[] p = loss.probabilities(outputs, 2, legal);
        loss.begin(2);
        loss.add(outputs, p, 0, 1, StrictMath.log(0.4), 1.5, 2, 2);
        loss.add(outputs, p, 1, 0, StrictMath.log(0.35), -0.5, -1, 2);
        return loss.loss();
    }

    @Test
    void aRatioThatHasGoneFarEnoughHasNoGradient() {
        TrialLoss loss = new TrialLoss(2, 0.2, 0, 0);
        float[] outputs = {0, 0, 0};
        float[] p = loss.probabilities(outputs, 1, new boolean[] {true, true});
        loss.begin(1);
        // ρ = 0.5/0.25 = 2, above 1.2, and the advantage wants it higher
        loss.add(outputs, p, 0, 0, StrictMath.log(0.25), 1, 0, 1);
        assertEquals(0, loss.gradient()[0]);
        assertEquals(-1.2, loss.policyLoss(), 1e-6);
        loss.begin(1);
        // a negative advantage wants it lower: −ρ A ∂ln p
        loss.add(outputs, p, 0, 0, StrictMath.log(0.25), -1, 0, 1);
        assertEquals(2 * 0.5, loss.gradient()[0], 1e-6);
    }
}
