package org.thaw.metrics.plasticity.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.thaw.api.Tensor;
import org.thaw.api.learner.Inspectable;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Findings;

class PlasticityTest {
    /** Two columns at right angles, of lengths 5 and √8, and a third of zeros. */
    private static final float[] TALL = {3, 0, 0, 4, 0, 0, 0, 2, 0, 0, -2, 0};

    @Test
    void singularValuesOfTallAndWideMatricesAreThoseWorkedByHand() {
        double[] lengths = {5, Math.sqrt(8), 0};
        assertArrayEquals(lengths, SingularValues.of(TALL, 4, 3), 1e-12);
        float[] wide = new float[12];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 3; j++) {
                wide[j * 4 + i] = TALL[i * 3 + j];
            }
        }
        assertArrayEquals(lengths, SingularValues.of(wide, 3, 4), 1e-12);
        // [[3, 0], [4, 5]]: the squares are 5 and 45
        assertArrayEquals(new double[] {Math.sqrt(45), Math.sqrt(5)}, SingularValues.of(new float[] {3, 0, 4, 5}, 2, 2), 1e-12);
        assertArrayEquals(new double[] {5}, SingularValues.of(new float[] {3, 4}, 1, 2), 1e-12);
        assertArrayEquals(new double[] {5}, SingularValues.of(new float[] {3, 4}, 2, 1), 1e-12);
    }

    @Test
    void effectiveRankIsTheExponentialOfTheEntropy() {
        assertEquals(4, Ranks.effective(new double[] {2, 2, 2, 2}), 1e-12);
        assertEquals(1, Ranks.effective(new double[] {7, 0, 0}), 1e-12);
        // p = 3/4, 1/4: entropy 2 ln 2 − (3/4) ln 3, hence 4/3^(3/4)
        assertEquals(4 / Math.pow(3, .75), Ranks.effective(new double[] {3, 1}), 1e-12);
        assertEquals(0, Ranks.effective(new double[] {0, 0}));
    }

    @Test
    void approximateRankTakesAsManyAsHold99PercentOfTheSquares() {
        assertEquals(1, Ranks.approximate(new double[] {10, 1, 0}), "100 of 101");
        assertEquals(2, Ranks.approximate(new double[] {9, 1, 0}), "81 of 82 are too few");
        assertEquals(3, Ranks.approximate(new double[] {1, 1, 1}));
        assertEquals(0, Ranks.approximate(new double[] {0, 0}));
    }

    @Test
    void stableRankIsTheSumOfSquaresOverTheGreatest() {
        assertEquals((25 + 8) / 25.0, Ranks.stable(new double[] {5, Math.sqrt(8), 0}), 1e-12);
        assertEquals(0, Ranks.stable(new double[] {0}));
    }

    @Test
    void deadUnitsAreAlwaysSilentAndDormantOnesNearlySo() {
        // mean activities 2, 0, .05, 1.95: the mean of them is 1
        Units units = Units.of(new float[] {2, 0, .1f, 1.95f, -2, 0, 0, 1.95f}, 2, 4);
        assertEquals(.25, units.dead());
        assertEquals(.25, units.dormant(.025));
        assertEquals(.5, units.dormant(.06));
        assertEquals(1, new Units(new double[] {0, 0}).dormant(.025), "where all are silent all are dormant");
    }

    @Test
    void looksIntoEveryLayerAndAllWeights() {
        Map<String, Double> measured = new LinkedHashMap<>();
        metric().inspect(new Fixed(), Tensor.of(new float[4], 4, 1), (name, value) -> measured.put(name, value));
        assertEquals(2, measured.get("mean-weight/one"));
        assertEquals(5, measured.get("mean-weight/two"));
        assertEquals((2 * 2 + 5) / 3.0, measured.get("mean-weight"));
        assertEquals(2, measured.get("approximate-rank/hidden"));
        assertEquals(33 / 25.0, measured.get("stable-rank/hidden"));
        assertEquals(1 / 3.0, measured.get("dead-units/hidden"));
        assertEquals(1 / 3.0, measured.get("dormant-units/hidden"));
        // p = 5/(5 + √8) …, to six digits
        assertEquals(1.92353, measured.get("effective-rank/hidden"), 1e-12);
    }

    @Test
    void reportsWhatWasMeasuredAsSeriesAndTheLastAsANumber() {
        Plasticity metric = metric();
        metric.on(new Event.Measured("learner", 0, "plasticity/mean-weight", 1));
        metric.on(new Event.Measured("learner", 50, "plasticity/mean-weight", 3));
        metric.on(new Event.Measured("learner", 60, "loss", 9));
        metric.on(new Event.Renewed("learner", 60, 1, true));
        metric.on(new Event.Measured("learner", 60, "plasticity/mean-weight", 7)); // another learner's
        metric.report(new Findings() {
            @Override
            public void scalar(String role, String name, double value) {
                assertEquals("learner plasticity/mean-weight 3.0", role + " " + name + " " + value);
            }

            @Override
            public void series(String role, String name, double[] x, double[] y) {
                assertArrayEquals(new double[] {0, 50}, x);
                assertArrayEquals(new double[] {1, 3}, y);
            }

            @Override
            public void matrix(String role, String name, double[][] rows) {
                throw new AssertionError("there is no matrix");
            }
        });
    }

    private static Plasticity metric() {
        return (Plasticity) new Plasticity.Factory().create(new Plasticity.Config(2000, .025));
    }

    /** Two tensors of weights, one layer whose activations are those above. */
    private record Fixed() implements Inspectable {
        @Override
        public void weights(BiConsumer<String, Tensor> to) {
            to.accept("one", Tensor.of(new float[] {1, -3}, 1, 2));
            to.accept("two", Tensor.of(new float[] {-5}, 1, 1));
        }

        @Override
        public void activations(Tensor probe, BiConsumer<String, Tensor> to) {
            to.accept("hidden", Tensor.of(TALL.clone(), 4, 3));
        }
    }
}
