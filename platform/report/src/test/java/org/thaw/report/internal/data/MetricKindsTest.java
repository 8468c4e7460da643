package org.thaw.report.internal.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    @Test
    void aRuleNamesThresholdsByTheirPaths() {
        assertTrue(kinds.rule("long-term-gap-verdict").contains("refuted if it lies below {gap/refuted-below}"));
        assertEquals("", kinds.rule("something-else"));
    }
}
