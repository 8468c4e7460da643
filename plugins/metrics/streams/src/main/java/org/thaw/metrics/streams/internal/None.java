package org.thaw.metrics.streams.internal;

/** The configuration of metrics that leave nothing to choose. */
public record None() {
}
