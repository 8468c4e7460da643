package org.thaw.learners.policygradient.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thaw.tck.host.HostStream;

class MaskedSoftmaxTest {
    private static final double STEP = 1e-2;
    private final boolean[] legal = {true, false, true, true};
    private final float[] logits = {9, 0.5f, 3, -1, 0.25f};

    @Test
    void illegalActionsHaveNoProbability() {
        MaskedSoftmax softmax = new MaskedSoftmax(3, 0);
        // e⁰ : e^{ln 3} = 1 : 3
        softmax.of(new float[] {0, 50, (float) StrictMath.log(3)}, 0, new boolean[] {true, false, true}, 0);
        assertArrayEquals(new float[] {0.25f, 0, 0.75f}, softmax.distribution(), 1e-6f);
        assertEquals(StrictMath.log(0.25), softmax.logarithm(0), 1e-6);
        assertEquals(-0.25 * StrictMath.log(0.25) - 0.75 * StrictMath.log(0.75), softmax.entropy(), 1e-6);
        assertEquals(2, softmax.mode());
    }

    @Test
    void drawsFollowTheProbabilities() {
        MaskedSoftmax softmax = new MaskedSoftmax(4, 0);
        softmax.of(logits, 1, legal, 0);
        int[] counts = new int[4];
        HostStream random = new HostStream(5);
        for (int i = 0; i < 20_000; i++) {
            counts[softmax.draw(random)]++;
        }
        assertEquals(0, counts[1]);
        for (int a = 0; a < 4; a++) {
            assertEquals(softmax.distribution()[a], counts[a] / 20_000.0, 0.015);
        }
    }

    @Test
    void hugeLogitsStayFinite() {
        MaskedSoftmax softmax = new MaskedSoftmax(2, 0);
        softmax.of(new float[] {3e4f, -3e4f}, 0, new boolean[] {true, true}, 0);
        assertEquals(-6e4, softmax.logarithm(1), 1);
        assertEquals(0, softmax.entropy(), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-4, 0.3})
    void gradientsAgreeWithDifferences(double floor) {
        MaskedSoftmax softmax = new MaskedSoftmax(4, floor);
        for (int action : new int[] {0, 2, 3}) {
            float[] gradient = {7, 0, 0, 0, 0};
            softmax.of(logits, 1, legal, 0);
            softmax.addLogarithmGradient(action, 2, gradient, 1);
            compare(gradient, at -> 2 * evaluated(softmax, at).logarithm(action));
        }
        float[] gradient = {7, 0, 0, 0, 0};
        softmax.of(logits, 1, legal, 0);
        softmax.addEntropyGradient(3, gradient, 1);
        compare(gradient, at -> 3 * evaluated(softmax, at).entropy());
    }

    private MaskedSoftmax evaluated(MaskedSoftmax softmax, float[] at) {
        softmax.of(at, 1, legal, 0);
        return softmax;
    }

    private void compare(float[] gradient, ToDoubleFunction<float[]> function) {
        assertEquals(7, gradient[0]);
        for (int i = 1; i < logits.length; i++) {
            float[] up = logits.clone();
            float[] down = logits.clone();
            up[i] += STEP;
            down[i] -= STEP;
            assertEquals((function.applyAsDouble(up) - function.applyAsDouble(down)) / ((double) up[i] - down[i]), gradient[i], 1e-4, "logit " + i);
        }
    }

    @Test
    void whereNoActionIsLegalItSaysSo() {
        MaskedSoftmax softmax = new MaskedSoftmax(2, 0);
        assertThrows(IllegalStateException.class, () -> softmax.of(new float[2], 0, new boolean[2], 0));
        assertThrows(IllegalStateException.class, () -> softmax.of(new float[] {Float.NaN, 1}, 0, new boolean[] {true, true}, 0));
    }
}
