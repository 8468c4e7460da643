package org.thaw.networks.internal;

import org.thaw.networks.Initialiser.Filling;
import org.thaw.networks.Kernels;
import org.thaw.networks.SequenceKernels;

/**
 * One pre-norm block (Radford et al. 2019, §2.3): x ← x + attention(norm(x)), then x ← x + down(GELU(up(norm(x)))). What the gradient needs is
 * kept for all rows of a batch; the residual stream x itself is the caller's, a few sequences at a time, so that it stays in cache.
 */
public final class TransformerBlock {

    private final SequenceKernels loops;
    private final int width;
    private final int wide;
    private final float scale;
    private final Norm before;
    private final Linear project;
    private final Attention attention;
    private final Linear join;
    private final Norm between;
    private final Linear up;
    private final Linear down;
    private final TransformerScratch scratch;
    private float[] rows = new float[0];
    private float[] hidden = new float[0];
    private float[] slopes = new float[0];

    public TransformerBlock(Flat flat, Kernels kernels, TransformerScratch scratch, String name, TransformerShape shape, Filling weights,
            Filling joining, Filling biases) {
        loops = kernels.sequences();
        this.scratch = scratch;
        width = shape.width();
        wide = shape.feedForward();
        scale = (float) (1 / Math.sqrt(width / shape.heads()));
        before = new Norm(flat, loops, name + ".norm1", width);
        project = new Linear(flat, kernels, name + ".attention.project", width, 3 * width, weights, biases);
        attention = new Attention(flat, kernels, scratch.attention, name + ".attention", width, shape.heads(), shape.context());
        join = new Linear(flat, kernels, name + ".attention.join", width, width, joining, biases);
        between = new Norm(flat, loops, name + ".norm2", width);
        up = new Linear(flat, kernels, name + ".up", width, wide, weights, biases);
        down = new Linear(flat, kernels, name + ".down", wide, width, joining, biases);
    }

    /** Floating-point operations of the products for one row that attends to so many positions: a score and a share of the value for each, 2·width all heads together. */
    public long flops(int positions) {
        return project.flops() + 4L * positions * width + join.flops() + up.flops() + down.flops();
    }

    /** Makes room for a batch. */
    public void begin(int sequences, int length) {
        int count = Math.multiplyExact(sequences, length);
        before.reserve(count);
        between.reserve(count);
        rows = Buffers.atLeast(rows, count, 3 * width);
        hidden = Buffers.atLeast(hidden, count, wide);
        slopes = Buffers.atLeast(slopes, count, wide);
        attention.begin(sequences, length);
    }

    /** Sequences {@code first} to {@code first + sequences − 1} of the batch, whose residual stream is in {@code x}. */
    public void forward(float[] x, int first, int sequences, int length) {
        int count = sequences * length;
        int row = first * length;
        before.forward(count, x, row);
        project.forward(count, before.output(), row * width, width, rows, row * 3 * width);
        scaleQueries(count, rows, row * 3 * width);
        for (int s = first; s < first + sequences; s++) {
            attention.forward(rows, s * length * 3 * width, s, length);
        }
        join.add(count, attention.output(), row * width, x, 0);
        between.forward(count, x, row);
        up.forward(count, between.output(), row * width, width, scratch.wide, 0);
        loops.gelu(count * wide, scratch.wide, 0, hidden, slopes, row * wide);
        down.add(count, hidden, row * wide, x, 0);
    }

    private void scaleQueries(int count, float[] rows, int at) {
        for (int r = 0, o = at; r < count; r++, o += 3 * width) {
            for (int c = o; c < o + width; c++) {
                rows[c] *= scale;
            }
        }
    }

    public void beginGradient() {
        project.turn();
        join.turn();
        up.turn();
        down.turn();
        attention.beginGradient();
    }

    /** The way back of {@link #forward}: {@code delta} is the derivative by the residual stream after the block, then before it. */
    public void backward(float[] delta, int first, int sequences, int length) {
        int count = sequences * length;
        int row = first * length;
        down.gradient(count, hidden, row * wide, wide, delta, 0);
        down.back(count, delta, 0, scratch.wide, 0, false);
        loops.multiply(count * wide, scratch.wide, slopes, row * wide);
        up.gradient(count, between.output(), row * width, width, scratch.wide, 0);
        up.back(count, scratch.wide, 0, scratch.narrow, 0, false);
        between.backward(count, scratch.narrow, row, delta);
        join.gradient(count, attention.output(), row * width, width, delta, 0);
        join.back(count, delta, 0, scratch.narrow, 0, false);
        for (int s = 0; s < sequences; s++) {
            attention.backward(rows, (row + s * length) * 3 * width, first + s, length, scratch.narrow, s * length * width, scratch.rows,
                    s * length * 3 * width);
        }
        scaleQueries(count, scratch.rows, 0);
        project.gradient(count, before.output(), row * width, width, scratch.rows, 0);
        project.back(count, scratch.rows, 0, scratch.narrow, 0, false);
        before.backward(count, scratch.narrow, row, delta);
    }

    public void endGradient() {
        attention.endGradient();
    }

    /** One more position of several lives: their residual streams are the first {@code count} rows of {@code x}. */
    public void advance(TransformerMemory memory, int layer, int[] lanes, int count, float[] x) {
        before.apply(count, x, scratch.normal, scratch.inverse, scratch.narrow);
        project.forward(count, scratch.narrow, 0, width, scratch.rows, 0);
        scaleQueries(count, scratch.rows, 0);
        for (int i = 0; i < count; i++) {
            memory.attend(layer, lanes[i], scratch.rows, i * 3 * width, attention.bias(), scratch.narrow, i * width);
        }
        join.add(count, scratch.narrow, 0, x, 0);
        between.apply(count, x, scratch.normal, scratch.inverse, scratch.narrow);
        up.forward(count, scratch.narrow, 0, width, scratch.wide, 0);
        loops.gelu(count * wide, scratch.wide, 0, scratch.wide, scratch.slopes, 0);
        down.add(count, scratch.wide, 0, x, 0);
    }
}
