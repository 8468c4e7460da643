package org.thaw.networks.internal;

/** The states of all layers of each lane. */
public final class GruMemory extends Lanes {

    private final int width;

    public GruMemory(Object owner, int layers, int width, int lanes) {
        super(owner, lanes, Math.multiplyExact(layers, width));
        this.width = width;
    }

    /** Copies a layer's states of these lanes out, side by side. */
    public void take(int layer, int[] lanes, int count, float[] to) {
        for (int i = 0; i < count; i++) {
            System.arraycopy(values, start(lanes[i]) + layer * width, to, i * width, width);
        }
    }

    /** Copies them back. */
    public void give(int layer, int[] lanes, int count, float[] from) {
        for (int i = 0; i < count; i++) {
            System.arraycopy(from, i * width, values, start(lanes[i]) + layer * width, width);
        }
    }
}
