package org.thaw.networks.internal;

/** A working layer made of named layers that can be looked into. */
public interface Nested {

    /**
     * The last batch's output of a layer inside.
     *
     * @param path the layer's name; below further nested layers, names joined by dots
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    float[] activation(String path);
}
