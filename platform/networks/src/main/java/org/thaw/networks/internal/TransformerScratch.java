package org.thaw.networks.internal;

import org.thaw.networks.SequenceKernels;

/** What the blocks of one transformer work on in turn: rows of a few sequences, or of some lanes. */
public final class TransformerScratch {

    final AttentionScratch attention;
    /** The residual stream, or its derivative. */
    float[] stream = new float[0];
    float[] narrow = new float[0];
    float[] rows = new float[0];
    float[] wide = new float[0];
    /** Only for rows that nothing goes back through. */
    float[] slopes = new float[0];
    float[] normal = new float[0];
    float[] inverse = new float[0];

    public TransformerScratch(SequenceKernels loops) {
        attention = new AttentionScratch(loops);
    }

    /** Makes room for so many rows. */
    public void reserve(int count, TransformerShape shape) {
        stream = Buffers.atLeast(stream, count, shape.width());
        narrow = Buffers.atLeast(narrow, count, shape.width());
        rows = Buffers.atLeast(rows, count, 3 * shape.width());
        wide = Buffers.atLeast(wide, count, shape.feedForward());
    }

    /** Makes room for one position of so many lanes. */
    public void reserveLanes(int count, TransformerShape shape) {
        reserve(count, shape);
        slopes = Buffers.atLeast(slopes, count, shape.feedForward());
        normal = Buffers.atLeast(normal, count, shape.width());
        inverse = Buffers.atLeast(inverse, count, 1);
    }

    public float[] stream() {
        return stream;
    }

    public float[] narrow() {
        return narrow;
    }

    public float[] normal() {
        return normal;
    }

    public float[] inverse() {
        return inverse;
    }
}
