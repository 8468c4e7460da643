package org.thaw.tck.proof;

import java.util.Arrays;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Predictor;

/** GDumb (Prabhu, Torr and Dokania 2020): greedily stores a class-balanced memory, and fits from scratch to it whenever it is tested. */
final class GDumb implements Predictor {
    record Config(@Parameter(value = "examples in memory, k", byDefault = "12", range = "[1,*)") int capacity,
            @Parameter(value = "passes over the memory in a fit", byDefault = "30", range = "[1,*)") int epochs,
            @Parameter(value = "step size", byDefault = "0.5", range = "(0,*)") float rate) {
    }

    @Plugin(kind = Plugin.Kind.LEARNER, id = "gdumb", summary = "Stores greedily, fits when tested.", source = "Prabhu et al. 2020")
    public static final class Factory implements LearnerFactory<Config, GDumb> {
        @Override
        public GDumb create(Config configuration, Signature signature, Context context) {
            return new GDumb(configuration, signature, context);
        }
    }

    private final Config config;
    private final Context context;
    private final RandomStream eviction;
    private final int width;
    private final int classes;
    private final Tensor inputs;
    private final Tensor targets;
    private long[] counts = new long[2];
    private LinearSoftmax model;

    private GDumb(Config config, Signature signature, Context context) {
        this.config = config;
        this.context = context;
        this.eviction = context.random("eviction");
        this.width = signature.input().size();
        this.classes = signature.choices();
        this.inputs = signature.input().buffer(config.capacity());
        this.targets = signature.output().buffer(config.capacity());
        this.model = new LinearSoftmax(width, classes);
    }

    @Override
    public void learn(Tensor batch, Tensor labels, Cue cue) {
        for (int i = 0; i < batch.rows(); i++) {
            store(batch.floats(), i * width, labels.ints()[i]);
        }
    }

    private int stored() {
        return (int) counts[0];
    }

    private void store(float[] from, int at, int label) {
        int slot = stored();
        if (slot == config.capacity()) {
            int[] perClass = new int[classes];
            for (int i = 0; i < slot; i++) {
                perClass[targets.ints()[i]]++;
            }
            int largest = 0;
            for (int c = 1; c < classes; c++) {
                largest = perClass[c] > perClass[largest] ? c : largest;
            }
            if (perClass[label] >= perClass[largest]) {
                return;
            }
            slot = nth(largest, eviction.nextInt(perClass[largest]));
        } else {
            counts[0]++;
        }
        System.arraycopy(from, at, inputs.floats(), slot * width, width);
        targets.ints()[slot] = label;
        counts[1]++;
    }

    private int nth(int label, int n) {
        int slot = 0;
        while (targets.ints()[slot] != label || n-- > 0) {
            slot++;
        }
        return slot;
    }

    @Override
    public void prepare() {
        model = new LinearSoftmax(width, classes);
        RandomStream order = context.random("fit", updates());
        float[] gradient = new float[model.weights().length];
        for (int epoch = 0; epoch < config.epochs(); epoch++) {
            for (int i : order.permutation(stored())) {
                Arrays.fill(gradient, 0);
                model.gradient(inputs.floats(), i * width, targets.ints()[i], 1, gradient);
                model.descend(gradient, config.rate());
            }
        }
    }

    @Override
    public Tensor predict(Tensor batch, Cue cue) {
        float[] scores = new float[batch.rows() * classes];
        for (int i = 0; i < batch.rows(); i++) {
            System.arraycopy(model.probabilities(batch.floats(), i * width), 0, scores, i * classes, classes);
        }
        return Tensor.of(scores, batch.rows(), classes);
    }

    @Override
    public long updates() {
        return counts[1];
    }

    @Override
    public void save(StateWriter out) {
        out.tensor(StateKind.MEMORY, "inputs", inputs);
        out.tensor(StateKind.MEMORY, "targets", targets);
        out.tensor(StateKind.OPTIMISER, "counts", Tensor.of(counts, 2));
    }

    @Override
    public void restore(StateReader in) {
        in.into("inputs", inputs);
        in.into("targets", targets);
        counts = in.tensor("counts").longs();
    }
}
