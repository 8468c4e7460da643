package org.thaw.metrics.imitation.internal;

/** The configuration of metrics that leave nothing to choose. */
public record None() {
}
