package org.thaw.environments.streams.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.thaw.api.environment.TaskStream;
import org.thaw.tck.host.HostContext;

class SlowlyChangingRegressionTest {
    @Test
    void theTargetIsWhatTheThresholdUnitsAnswer() {
        // m = 2, β = 0.7: thresholds 3 · 0.7 − S. Unit one: weights +1 +1, bias +1, S = 0.5, θ = 1.6. Unit two: −1 +1, bias −1, S = 0.5, θ = 1.6
        ThresholdNetwork network = new ThresholdNetwork(new int[][] {{1, 1, 1}, {-1, 1, -1}}, new int[] {1, -1}, -1, 0.7);
        assertEquals(-1, network.answer(0b00)); // 1 and −1: none on
        assertEquals(0, network.answer(0b01)); // 2 > 1.6: one on
        assertEquals(0, network.answer(0b10)); // 2 and 0
        // unit with both inputs negative and a bias of −1: S = 2 − 0.5, θ = 0.6; never reached by −1 or less
        assertEquals(1, new ThresholdNetwork(new int[][] {{-1, -1, -1}}, new int[] {1}, 1, 0.7).answer(0b00));
        // and with a bias of +1: S = 2.5, θ = −0.4; reached by 1 for no bit and by 0 for one, not by −1 for both
        ThresholdNetwork negative = new ThresholdNetwork(new int[][] {{-1, -1, 1}}, new int[] {1}, 1, 0.7);
        assertEquals(2, negative.answer(0b00));
        assertEquals(2, negative.answer(0b01));
        assertEquals(1, negative.answer(0b11));
    }

    @Test
    void slowBitsStayForAPeriodAndAreRedrawnTogetherWhileTheOthersChangeAllTheTime() {
        TaskStream stream = create(100);
        Reading read = Reading.all(stream.signature(), stream.train(0));
        int changes = 0;
        for (int i = 1; i < 400; i++) {
            boolean slow = false;
            boolean fast = false;
            for (int bit = 0; bit < 20; bit++) {
                boolean changed = read.x(i, bit) != read.x(i - 1, bit);
                slow |= bit < 15 && changed;
                fast |= bit >= 15 && changed;
                assertTrue(read.x(i, bit) == 0 || read.x(i, bit) == 1);
            }
            assertEquals(i % 100 == 0, slow, "example " + i);
            changes += fast ? 1 : 0;
        }
        assertTrue(changes > 360, "fast bits changed " + changes + " times");
    }

    @Test
    void theLastBitsTakeAllTheirValuesEquallyOften() {
        TaskStream stream = create(100);
        Reading read = Reading.all(stream.signature(), stream.train(0));
        int[] counts = new int[2];
        for (int i = 0; i < 400; i++) {
            for (int bit = 15; bit < 20; bit++) {
                counts[(int) read.x(i, bit)]++;
            }
        }
        assertEquals(1000, counts[0], 90);
    }

    @Test
    void readingInAnyOrderGivesTheSameBits() {
        TaskStream stream = create(100);
        Reading all = Reading.all(stream.signature(), stream.train(0));
        Reading some = Reading.of(stream.signature(), create(100).train(0), 399, 0);
        assertEquals(all.targets().floats()[399], some.targets().floats()[0]);
        for (int bit = 0; bit < 20; bit++) {
            assertEquals(all.x(399, bit), some.x(0, bit));
            assertEquals(all.x(0, bit), some.x(1, bit));
        }
    }

    private static TaskStream create(int period) {
        return new SlowlyChangingRegression().create(new SlowlyChangingRegression.Config(400, 10, 20, 15, period, 100, 0.7), new HostContext(2));
    }
}
