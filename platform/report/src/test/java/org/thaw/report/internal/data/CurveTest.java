package org.thaw.report.internal.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTest {
    @Test
    void curvesMeasuredAtTheSamePlacesAreAveragedThere() {
        Band band = Curve.over(List.of(new Curve(new double[] {0, 10}, new double[] {1, 3}), new Curve(new double[] {0, 10}, new double[] {2, 5})));
        assertArrayEquals(new double[] {0, 10}, band.x());
        assertEquals(1.5, band.y().get(0).mean());
        assertEquals(4, band.y().get(1).mean());
    }

    @Test
    void othersAreReadBetweenPlacesOnTheStretchThatAllCover() {
        Band band = Curve.over(List.of(new Curve(new double[] {0, 10}, new double[] {0, 10}), new Curve(new double[] {5, 15}, new double[] {0, 10})));
        assertEquals(5, band.x()[0]);
        assertEquals(10, band.x()[band.x().length - 1]);
        assertEquals(2.5, band.y().get(0).mean(), 1e-12);
        assertEquals(7.5, band.y().get(band.y().size() - 1).mean(), 1e-12);
    }

    @Test
    void curvesWithoutACommonStretchHaveNoMean() {
        assertTrue(Curve.over(List.of(new Curve(new double[] {0, 1}, new double[] {0, 1}), new Curve(new double[] {5, 6}, new double[] {0, 1}))).isEmpty());
        assertTrue(Curve.over(List.of()).isEmpty());
    }
}
