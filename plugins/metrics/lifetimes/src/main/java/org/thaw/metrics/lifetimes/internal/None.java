package org.thaw.metrics.lifetimes.internal;

/** The configuration of metrics that leave nothing to choose. */
public record None() {
}
