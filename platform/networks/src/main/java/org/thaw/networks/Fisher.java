package org.thaw.networks;

/**
 * The diagonal of the Fisher information of a softmax classifier, as EWC uses it (Kirkpatrick et al. 2017; the
 * variants as in van de Ven 2025, "On the computation of the Fisher information in continual learning"). Sums over
 * samples are exact per-sample squares, computed in batches. Divide by the number of samples where the mean is wanted.
 */
public final class Fisher {

    private static final boolean[] ALL = new boolean[0];

    private final Network network;
    private final SoftmaxCrossEntropy softmax;
    private float[] delta = new float[0];

    /** For this network's outputs as scores of classes. */
    public Fisher(Network network) {
        this.network = network;
        this.softmax = new SoftmaxCrossEntropy(network.outputs());
    }

    /** As {@link #addExact(float[], int, int, boolean[], float[])} with all classes active. */
    public void addExact(float[] inputs, int offset, int rows, float[] sums) {
        addExact(inputs, offset, rows, ALL, sums);
    }

    /**
     * Adds Σ_r Σ_c p_r[c]·(∂ ln p_r[c]/∂θ)² over all active classes c: the expectation over the network's own
     * predictions, without sampling. It costs one backward pass per active class.
     *
     * @param active empty, [classes] or [rows, classes], as in {@link SoftmaxCrossEntropy}
     * @param sums   one value per parameter, added to
     */
    public void addExact(float[] inputs, int offset, int rows, boolean[] active, float[] sums) {
        int classes = network.outputs();
        float[] p = softmax.softmax(network.forward(inputs, offset, rows), rows, active);
        prepare(rows);
        int step = active.length == classes ? 0 : classes;
        for (int label = 0; label < classes; label++) {
            boolean any = active.length == 0;
            for (int r = 0; r < rows; r++) {
                int at = r * classes;
                boolean counts = active.length == 0 || active[r * step + label];
                any |= counts;
                // p·g² is the square of √p·g, and g is linear in the gradient of the scores
                float root = counts ? (float) Math.sqrt(p[at + label]) : 0f;
                for (int c = 0; c < classes; c++) {
                    delta[at + c] = root * (p[at + c] - (c == label ? 1f : 0f));
                }
            }
            if (any) {
                network.addSquaredGradients(delta, sums);
            }
        }
    }

    /** As {@link #add(float[], int, int, int[], int, boolean[], float[])} with all classes active. */
    public void add(float[] inputs, int offset, int rows, int[] labels, int labelOffset, float[] sums) {
        add(inputs, offset, rows, labels, labelOffset, ALL, sums);
    }

    /**
     * Adds Σ_r (∂ ln p_r[label_r]/∂θ)². With the true labels this is the empirical Fisher; labels drawn from the
     * network's own predictions give the sampled one.
     */
    public void add(float[] inputs, int offset, int rows, int[] labels, int labelOffset, boolean[] active,
            float[] sums) {
        int classes = network.outputs();
        float[] scores = network.forward(inputs, offset, rows);
        prepare(rows);
        softmax.of(scores, rows, labels, labelOffset, active);
        System.arraycopy(softmax.probabilities(), 0, delta, 0, rows * classes);
        for (int r = 0; r < rows; r++) {
            delta[r * classes + labels[labelOffset + r]] -= 1f;
        }
        network.addSquaredGradients(delta, sums);
    }

    private void prepare(int rows) {
        if (delta.length < rows * network.outputs()) {
            delta = new float[rows * network.outputs()];
        }
    }
}
