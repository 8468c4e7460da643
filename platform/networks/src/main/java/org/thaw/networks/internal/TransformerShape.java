package org.thaw.networks.internal;

/** Sizes of a transformer's blocks. */
public record TransformerShape(int width, int heads, int feedForward, int context) {
}
