package org.thaw.metrics.supervised.internal;

/** The configuration of metrics that leave nothing to choose. */
public record None() {
}
