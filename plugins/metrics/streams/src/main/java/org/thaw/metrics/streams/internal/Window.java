package org.thaw.metrics.streams.internal;

import org.thaw.api.Parameter;

/** Over how many of the latest examples a course is computed. */
public record Window(@Parameter(value = "examples in the window", byDefault = "1000", range = "[1,*)", source = "Bifet et al. 2015") int window) {
}
