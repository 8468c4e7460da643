package org.thaw.report.internal.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FiguresTest {
    private final MetricKinds kinds = new MetricKinds();

    @Test
    void sharesArePercentWithOneDecimal() {
        assertEquals("91.3 ± 0.8", Figures.interval(kinds.of("average-accuracy"), new Estimate(5, 0.9127, 0.9, 0.9047, 0.9207)));
        assertEquals("−12.5", Figures.value(kinds.of("backward-transfer"), -0.125));
    }

    @Test
    void numbersAreAsExactAsTheirInterval() {
        assertEquals("0.051 ± 0.012", Figures.interval(kinds.of("anything"), new Estimate(5, 0.05123, 0.05, 0.03923, 0.06323)));
        assertEquals("12,346 ± 120", Figures.interval(kinds.of("anything"), new Estimate(5, 12345.6, 12345, 12225.6, 12465.6)));
    }

    @Test
    void withoutAnIntervalThereAreFourDigits() {
        assertEquals("3.142", Figures.number(3.14159));
        assertEquals("0.001235", Figures.number(0.00123456));
        assertEquals("40,000", Figures.number(40000));
        assertEquals("315", Figures.interval(kinds.of("cost/updates"), Estimate.of(315, 315, 315)));
    }

    @Test
    void undefinedNumbersAreEmpty() {
        assertEquals("", Figures.exact(Double.NaN));
        assertEquals("", Figures.interval(kinds.of("forgetting"), Estimate.of(Double.NaN)));
    }

    @Test
    void filesGetTenDigits() {
        assertEquals("0.3", Figures.exact(0.1 + 0.2));
        assertEquals("0.3333333333", Figures.exact(1.0 / 3));
    }

    @Test
    void bytesHaveUnits() {
        assertEquals("784.0 kB", Figures.bytes(784_000));
        assertEquals("0 B", Figures.bytes(0));
        assertEquals("1.91 MB", Figures.bytes(1_910_000));
        assertEquals("312.6 kFLOP", Figures.operations(312_576));
    }
}
