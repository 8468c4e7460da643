package org.thaw.learners.imitation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.tck.host.Moment;
import org.thaw.tck.host.Windows;

class ActionLossTest {
    private final Lives lives = new Lives(1, 3);
    private final ActionLoss loss = new ActionLoss(3);

    private double of(List<Moment> life, Recorded targets, float... scores) {
        WindowBatch batch = new WindowBatch(new StepTokens("it", lives.signature(), new RewardScale(1, 0)), targets.targets(3), 3);
        batch.read(Windows.of(life, 0, life.size()));
        return loss.of(scores, batch);
    }

    @Test
    void isTheMeanOfMinusLogPOverTheStepsThatWereDecided() {
        // p = (1/3, 1/3, 1/3), then (1/4, 1/2, 1/4); the last step has no target
        List<Moment> life = lives.first(0, 2).then(0, 0, 1).last(0, 0).made();
        float ln2 = (float) StrictMath.log(2);
        assertEquals((StrictMath.log(3) + ln2) / 2, of(life, Recorded.ACTIONS, 0, 0, 0, 0, ln2, 0, 5, 0, 0), 1e-6);
        float[] gradient = {1 / 6f, 1 / 6f, -1 / 3f, 1 / 8f, -1 / 4f, 1 / 8f, 0, 0, 0};
        for (int i = 0; i < gradient.length; i++) {
            assertEquals(gradient[i], loss.gradient()[i], 1e-6, "score " + i);
        }
        assertEquals(0.5, loss.agreement(), 1e-12);
    }

    @Test
    void illegalActionsHaveNoProbabilityAndNoGradient() {
        List<Moment> life = lives.first(0, 0).illegal(2).made();
        assertEquals(StrictMath.log(2), of(life, Recorded.ACTIONS, 1, 1, 50), 1e-6);
        assertEquals(-0.5, loss.gradient()[0], 1e-6);
        assertEquals(0.5, loss.gradient()[1], 1e-6);
        assertEquals(0, loss.gradient()[2]);
    }

    @Test
    void ofADistributionIsItsCrossEntropy() {
        List<Moment> life = lives.first(0, 0).by(0.5f, 0.5f, 0).made();
        assertEquals(StrictMath.log(3), of(life, Recorded.DISTRIBUTIONS, 0, 0, 0), 1e-6);
        assertEquals(1 / 3.0 - 0.5, loss.gradient()[0], 1e-6);
        assertEquals(1 / 3.0, loss.gradient()[2], 1e-6);
    }

    @Test
    void refusesAnActionThatWasNotLegalAndSaysWhere() {
        List<Moment> life = lives.first(0, 2).then(0, 0, 1).illegal(1).made();
        String message = assertThrows(IllegalArgumentException.class, () -> of(life, Recorded.ACTIONS, 0, 0, 0, 0, 0, 0)).getMessage();
        assertTrue(message.startsWith("window 0 of the batch, step 1: action 1 is to be predicted but is not legal there"), message);
    }
}
