package org.thaw.networks;

/**
 * The inner loops of sequence networks beside matrix products. The law of {@link Kernels} holds here, too: every
 * implementation whose {@link Kernels#reproducible()} is true computes each value by the same operations in the same order, so
 * with the same bits.
 *
 * <p>Attention works on <b>panels</b> of scores: one row for each key, {@link #BLOCK} columns for as many queries, row-major, from
 * index 0. A query's sums so run down a column, in the order of the keys.
 *
 * <p>The sum along a <b>line</b> of n values has sixteen parts: value i is added to part i mod 16, in ascending order; then the upper
 * half of the parts is added to the lower half, until one is left.
 */
public interface SequenceKernels {

    /** Columns of a panel. */
    int BLOCK = 32;

    /** Parts of a line's sum. */
    int PARTS = 16;

    /**
     * The Gaussian error linear unit y = x·Φ(x) (Hendrycks and Gimpel 2016) and its slope Φ(x) + x·φ(x).
     *
     * @param n      number of values
     * @param in     x, from {@code from}
     * @param out    gets y, from {@code offset}; may be {@code in} at the same places
     * @param slopes gets the slopes, from {@code offset}
     */
    void gelu(int n, float[] in, int from, float[] out, float[] slopes, int offset);

    /** Copies rows of {@code n} values, {@code stride} apart from {@code at}, side by side to {@code to}. */
    void gather(int rows, int n, float[] from, int at, int stride, float[] to);

    /** Products in place: {@code values[i] *= factors[offset + i]} for the first {@code n} values. */
    void multiply(int n, float[] values, float[] factors, int offset);

    /**
     * Layer norm (Ba, Kiros and Hinton 2016) of each line: x̂ = (x − mean)·inverse with inverse = 1/√(variance + 10⁻⁵), and
     * y = gain·x̂ + shift.
     *
     * @param rows       number of lines
     * @param n          values of a line
     * @param in         x, from index 0
     * @param parameters holds the gain from {@code gain} and the shift from {@code gain + n}
     * @param first      number of the line from which the lines of {@code normal}, {@code inverse} and {@code out} are written
     */
    void normalise(int rows, int n, float[] in, float[] parameters, int gain, float[] normal, float[] inverse, float[] out,
            int first);

    /**
     * Gradients of layer norm; all of them are added. With g = δ·gain: ∂x = (g − mean(g) − x̂·mean(g·x̂))·inverse.
     *
     * @param delta    derivative by y, from index 0
     * @param gradient laid out like the parameters
     * @param normal   as {@link #normalise} wrote it, from line {@code first}; so is {@code inverse}
     * @param into     derivative by x, from index 0
     */
    void normaliseGradient(int rows, int n, float[] delta, float[] parameters, float[] gradient, int gain, float[] normal,
            float[] inverse, int first, float[] into);

    /**
     * Softmax down the columns of a panel, but for the division: x = score + bias, then e^(x − greatest x) in its place.
     *
     * @param rows     keys, at least 1
     * @param scores   the panel
     * @param bias     what row r, column c is given lies at {@code biasAt + c − r}; −∞ hides a key from a query. No column may be
     *                 hidden as a whole
     * @param greatest gets the greatest x of each column, from {@code at}
     * @param inverse  gets 1/sum of each column, from {@code at}
     */
    void softmax(int rows, float[] scores, float[] bias, int biasAt, float[] greatest, float[] inverse, int at);

    /**
     * The gradient of softmax down the columns: p = e^(score + bias − greatest)·inverse and ∂x = p·(δ − product).
     *
     * @param scores       the panel of scores, as {@link #softmax} got it; gets p
     * @param deltas       the panel of derivatives by p; gets the derivatives by x
     * @param biasGradient laid out like {@code bias}; the derivatives by x are added, row by row
     * @param products     Σ δ·p of each column, from {@code from}
     */
    void softmaxGradient(int rows, float[] scores, float[] deltas, float[] bias, int biasAt, float[] biasGradient, float[] greatest,
            float[] inverse, int at, float[] products, int from);

    /**
     * Softmax along each of some lines, but for the division: as {@link #softmax}, with plain sums in ascending order.
     *
     * @param lines      number of lines
     * @param n          values of a line, at least 1
     * @param scores     the lines, {@code stride} apart, from index 0
     * @param bias       their biases, {@code biasStride} apart, from {@code biasAt}
     * @param inverse    gets 1/sum of each line, from index 0
     */
    void softmaxLines(int lines, int n, float[] scores, int stride, float[] bias, int biasAt, int biasStride, float[] inverse);

    /**
     * Sums of rows, each part of a row with weights of its own: out[h·size + d] = Σ_i weights[h·stride + i]·rows[i, h·size + d], one fused
     * multiply-add each, i in ascending order.
     *
     * @param parts      parts of a row, side by side
     * @param size       values of a part
     * @param count      number of rows, {@code parts·size} apart, from {@code from}
     * @param weights    from {@code at}, {@code stride} from one part's to the next's
     * @param out        from {@code to}
     * @param accumulate true: add to out; false: overwrite it
     */
    void mix(int parts, int size, int count, float[] weights, int at, int stride, float[] rows, int from, float[] out, int to,
            boolean accumulate);

    /**
     * One step of gated recurrent units: r = σ(x_r + h_r), z = σ(x_z + h_z), n = tanh(x_n + r·h_n), and h′ = n + z·(h − n).
     *
     * @param rows  number of rows
     * @param width units
     * @param x     rows of [x_r, x_z, x_n], from {@code xAt}; get [r, z, n]
     * @param s     rows of [h_r, h_z, h_n], from {@code sAt}
     * @param old   rows of h, from {@code oldAt}
     * @param out   gets rows of h′, from {@code outAt}; may be {@code old}
     */
    void gates(int rows, int width, float[] x, int xAt, float[] s, int sAt, float[] old, int oldAt, float[] out, int outAt);
}
