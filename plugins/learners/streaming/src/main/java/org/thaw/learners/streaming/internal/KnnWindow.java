package org.thaw.learners.streaming.internal;

import java.util.Arrays;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Predictor;
import org.thaw.toolkit.Features;
import org.thaw.toolkit.RowBuffers;

/**
 * The k nearest neighbours (Cover and Hart 1967, the k-NN rule) among the last w examples vote (Read et al. 2012, instance-incremental methods;
 * {@code lazy.kNN} of MOA). A class's score is its share of the votes, {@code 1/k Σ [y_i = c]} over the k examples with the least ‖x − x_i‖. What
 * left the window is forgotten altogether.
 */
public final class KnnWindow implements Predictor {
    private final Signature signature;
    private final int neighbours;
    private final int window;
    private final int classes;
    private final Features features;
    private final float[] inputs;
    private final int[] labels;
    private final double[] distances;
    private final int[] nearest;
    private final RowBuffers<Tensor> scores;
    private long met;

    /** Hyperparameters. */
    public record Config(
            @Parameter(value = "neighbours k", byDefault = "10", range = "[1,*)", source = "MOA, lazy.kNN") int neighbours,
            @Parameter(value = "examples in the window, w", byDefault = "1000", range = "[1,*)", source = "MOA, lazy.kNN") int window) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "knn-window", summary = "The nearest neighbours among the last examples vote.", source = "Cover and Hart 1967, the k-NN rule; Read et al. 2012, instance-incremental methods")
    public static final class Factory implements LearnerFactory<Config, KnnWindow> {
        @Override
        public KnnWindow create(Config configuration, Signature signature, Context context) {
            if (!(signature.output() instanceof Space.Categorical)) {
                throw new IllegalArgumentException("knn-window needs classes as targets, not " + signature.output());
            }
            return new KnnWindow(configuration, signature);
        }
    }

    private KnnWindow(Config config, Signature signature) {
        this.signature = signature;
        neighbours = config.neighbours();
        window = config.window();
        classes = signature.choices();
        features = new Features(signature.input());
        inputs = new float[Math.multiplyExact(window, features.size())];
        labels = new int[window];
        distances = new double[neighbours];
        nearest = new int[neighbours];
        scores = new RowBuffers<>(n -> Tensor.zeros(Tensor.Type.F32, n, classes));
    }

    @Override
    public void learn(Tensor batch, Tensor targets, Cue cue) {
        signature.check(batch, targets);
        float[] x = features.of(batch);
        int size = features.size();
        for (int row = 0; row < batch.rows(); row++) {
            int slot = (int) (met++ % window);
            System.arraycopy(x, row * size, inputs, slot * size, size);
            labels[slot] = targets.ints()[row];
        }
    }

    @Override
    public Tensor predict(Tensor batch, Cue cue) {
        Tensor answer = scores.rows(batch.rows());
        Arrays.fill(answer.floats(), 0);
        float[] x = features.of(batch);
        for (int row = 0; row < batch.rows(); row++) {
            int found = search(x, row * features.size());
            for (int i = 0; i < found; i++) {
                answer.floats()[row * classes + labels[nearest[i]]] += 1f / found;
            }
        }
        return answer;
    }

    /** Finds the nearest, in order of distance; of equals the one in the lower slot comes first. */
    private int search(float[] x, int offset) {
        int found = 0;
        int stored = (int) Math.min(met, window);
        for (int slot = 0; slot < stored; slot++) {
            double distance = distance(x, offset, slot);
            if (found == neighbours && distance >= distances[found - 1]) {
                continue;
            }
            int at = found < neighbours ? found++ : found - 1;
            for (; at > 0 && distances[at - 1] > distance; at--) {
                distances[at] = distances[at - 1];
                nearest[at] = nearest[at - 1];
            }
            distances[at] = distance;
            nearest[at] = slot;
        }
        return found;
    }

    private double distance(float[] x, int offset, int slot) {
        int size = features.size();
        double sum = 0;
        for (int j = 0; j < size; j++) {
            double apart = x[offset + j] - inputs[slot * size + j];
            sum += apart * apart;
        }
        return sum;
    }

    @Override
    public long updates() {
        return met;
    }

    /** What is saved beside the window. */
    public record Progress(long met) {
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.MEMORY, "progress", new Progress(met));
        out.tensor(StateKind.MEMORY, "inputs", Tensor.of(inputs, window, features.size()));
        out.tensor(StateKind.MEMORY, "labels", Tensor.of(labels, window));
    }

    @Override
    public void restore(StateReader in) {
        met = in.record("progress", Progress.class).met();
        in.into("inputs", Tensor.of(inputs, window, features.size()));
        in.into("labels", Tensor.of(labels, window));
    }
}
