package org.thaw.report.internal.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class MetricKindsTest {
    private final MetricKinds kinds = new MetricKinds();

    @Test
    void whatIsMeasuredOfOneLayerIsDefinedAsTheMeasureAndHasNoColumn() {
        MetricKind kind = kinds.of("plasticity/dead-units/hidden/1");
        assertEquals("dead units, hidden/1", kind.label());
        assertEquals(kinds.of("plasticity/dead-units").definition(), kind.definition());
        assertFalse(kind.main());
    }

    @Test
    void aVariantOfAMetricIsNotTakenForTheMetric() {
        assertEquals("", kinds.of("average-accuracy/mine").definition());
    }
}
