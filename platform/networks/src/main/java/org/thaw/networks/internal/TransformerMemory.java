package org.thaw.networks.internal;

import org.thaw.networks.Kernels;
import org.thaw.networks.Kernels.Form;
import org.thaw.networks.SequenceKernels;

/**
 * Keys and values of the latest positions of each lane and layer, in rings. Keys lie turned, one column for each position, so that the scores of
 * all positions are one row times a matrix. Sums run from the oldest position to the newest, as {@link Attention} has them.
 */
public final class TransformerMemory extends Lanes {

    private final Kernels kernels;
    private final SequenceKernels loops;
    private final Flat flat;
    private final int width;
    private final int heads;
    private final int head;
    private final int context;
    private final float[] scores;
    private final float[] inverse;

    public TransformerMemory(Object owner, Kernels kernels, Flat flat, TransformerShape shape, int layers, int lanes) {
        super(owner, lanes, Math.multiplyExact(2 * layers * shape.width(), shape.context()));
        this.kernels = kernels;
        loops = kernels.sequences();
        this.flat = flat;
        width = shape.width();
        heads = shape.heads();
        head = width / heads;
        context = shape.context();
        scores = new float[heads * context];
        inverse = new float[heads];
    }

    /** Takes in a position's row of [query, key, value] and writes what the lane's latest positions answer to its query. */
    void attend(int layer, int lane, float[] rows, int at, int bias, float[] out, int to) {
        int position = length(lane);
        int slot = position % context;
        int keys = start(lane) + 2 * layer * width * context;
        int answers = keys + width * context;
        for (int c = 0; c < width; c++) {
            values[keys + c * context + slot] = rows[at + width + c];
        }
        System.arraycopy(rows, at + 2 * width, values, answers + slot * width, width);
        boolean full = position >= context - 1;
        int count = full ? context : position + 1;
        int oldest = full ? (slot + 1) % context : 0;
        int upper = count - oldest;
        for (int h = 0; h < heads; h++) {
            int row = keys + h * head * context;
            kernels.sgemm(Form.NN, 1, upper, head, rows, at + h * head, head, values, row + oldest, context, scores, h * context, context,
                    false);
            if (oldest > 0) {
                kernels.sgemm(Form.NN, 1, oldest, head, rows, at + h * head, head, values, row, context, scores, h * context + upper,
                        context, false);
            }
        }
        loops.softmaxLines(heads, count, scores, context, flat.parameters(), bias + context - count, context, inverse);
        loops.mix(heads, head, upper, scores, 0, context, values, answers + oldest * width, out, to, false);
        if (oldest > 0) {
            loops.mix(heads, head, oldest, scores, upper, context, values, answers, out, to, true);
        }
        for (int h = 0, c = to; h < heads; h++) {
            for (int end = c + head; c < end; c++) {
                out[c] *= inverse[h];
            }
        }
    }
}
