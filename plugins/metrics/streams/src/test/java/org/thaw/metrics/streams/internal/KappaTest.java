package org.thaw.metrics.streams.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.thaw.api.metric.Metric;
import org.thaw.tck.host.Found;

class KappaTest {
    /** Ten answers, eight right; targets 7 × 0 and 3 × 1, predictions 7 × 0 and 3 × 1; the class stays five times. */
    private static final Answers TEN = new Answers().on(0, "00001", "00010").on(0, "10010", "10010");

    @Test
    void cohensKappaComparesWithChance() {
        double chance = 0.7 * 0.7 + 0.3 * 0.3;
        assertEquals((0.8 - chance) / (1 - chance), value(new Kappa.Factory().create(new Window(5)), "kappa"), 1e-12);
    }

    @Test
    void kappaMComparesWithTheMajority() {
        assertEquals((0.8 - 0.7) / 0.3, value(new KappaM.Factory().create(new Window(5)), "kappa-m"), 1e-12);
    }

    @Test
    void kappaTemporalComparesWithNoChange() {
        // 0|0 0 0 1|1 0 0 1 0: unchanged at the second, third, fourth, sixth and eighth
        assertEquals((0.8 - 0.5) / 0.5, value(new KappaTemporal.Factory().create(new Window(5)), "kappa-temporal"), 1e-12);
    }

    @Test
    void theCourseIsOverTheLatestExamples() {
        Found found = TEN.toldTo(new KappaM.Factory().create(new Window(5)));
        assertArrayEquals(new double[][] {{5, 10}, {-1, 1}}, rounded(found.series.get("learner kappa-m")));
    }

    @Test
    void whereTheOtherClassifierIsPerfectKappaIsUndefined() {
        Found found = new Answers().on(0, "000", "000").on(0, "011", "011").toldTo(new KappaM.Factory().create(new Window(3)));
        assertArrayEquals(new double[] {6}, found.series.get("learner kappa-m")[0]);
        assertEquals(1, found.scalars.get("learner kappa-m"));
    }

    private static double value(Metric metric, String id) {
        return TEN.toldTo(metric).scalars.get("learner " + id);
    }

    private static double[][] rounded(double[][] series) {
        for (int i = 0; i < series[1].length; i++) {
            series[1][i] = Math.round(series[1][i] * 1e12) / 1e12;
        }
        return series;
    }
}
