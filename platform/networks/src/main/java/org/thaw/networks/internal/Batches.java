package org.thaw.networks.internal;

/** The last batch of sequences, and the checks that arrays fit. */
public final class Batches {

    private final int width;
    private final int outputs;
    private float[] inputs = new float[0];
    private int offset;
    private int sequences;
    private int length;

    public Batches(int width, int outputs) {
        this.width = width;
        this.outputs = outputs;
    }

    /** A new batch. */
    public void begin(float[] inputs, int offset, int sequences, int length) {
        if (sequences < 1 || length < 1 || offset < 0 || offset + (long) sequences * length * width > inputs.length) {
            throw new IndexOutOfBoundsException(sequences + " sequences of " + length + " positions of " + width + " values from index " + offset
                    + " do not fit an array of " + inputs.length);
        }
        this.inputs = inputs;
        this.offset = offset;
        this.sequences = sequences;
        this.length = length;
    }

    /** Checks the derivative by the outputs. */
    public void check(float[] outputGradient) {
        if (sequences == 0) {
            throw new IllegalStateException("backward needs a forward call before it");
        }
        if (outputGradient.length < sequences * length * outputs) {
            throw new IndexOutOfBoundsException("the output gradient of " + sequences + " sequences of " + length + " positions needs "
                    + sequences * length * outputs + " values, not " + outputGradient.length);
        }
    }

    /** Checks the arrays of {@code count} positions. */
    public void check(int count, float[] in, int from, float[] out, int to) {
        if (from < 0 || from + (long) count * width > in.length) {
            throw new IndexOutOfBoundsException(count + " inputs of " + width + " values from index " + from + " do not fit an array of " + in.length);
        }
        if (to < 0 || to + (long) count * outputs > out.length) {
            throw new IndexOutOfBoundsException(count + " outputs of " + outputs + " values from index " + to + " do not fit an array of " + out.length);
        }
    }

    public float[] inputs() {
        return inputs;
    }

    public int offset() {
        return offset;
    }

    public int sequences() {
        return sequences;
    }

    public int length() {
        return length;
    }
}
