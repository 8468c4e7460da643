package org.thaw.tck.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Batches;
import org.thaw.api.environment.Data;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Predictor;

/** Elastic weight consolidation (Kirkpatrick et al. 2017, eq. 3): one diagonal Fisher matrix and one anchor θ* for each task that ended. */
final class Ewc implements Predictor {
    record Config(@Parameter(value = "strength of the penalty, λ", byDefault = "50", range = "[0,*)") float strength,
            @Parameter(value = "step size", byDefault = "0.1", range = "(0,*)") float rate) {
    }

    @Plugin(kind = Plugin.Kind.LEARNER, id = "ewc", summary = "Holds on to the weights that mattered.", source = "Kirkpatrick et al. 2017")
    public static final class Factory implements LearnerFactory<Config, Ewc> {
        @Override
        public Ewc create(Config configuration, Signature signature, Context context) {
            return new Ewc(configuration, signature);
        }
    }

    private final Config config;
    private final int width;
    private final int classes;
    private final LinearSoftmax model;
    private final float[] gradient;
    private final List<float[]> fishers = new ArrayList<>();
    private final List<float[]> anchors = new ArrayList<>();
    private long updates;

    private Ewc(Config config, Signature signature) {
        this.config = config;
        this.width = signature.input().size();
        this.classes = signature.choices();
        this.model = new LinearSoftmax(width, classes);
        this.gradient = new float[model.weights().length];
    }

    @Override
    public void learn(Tensor inputs, Tensor targets, Cue cue) {
        Arrays.fill(gradient, 0);
        for (int i = 0; i < inputs.rows(); i++) {
            model.gradient(inputs.floats(), i * width, targets.ints()[i], 1f / inputs.rows(), gradient);
        }
        for (int task = 0; task < fishers.size(); task++) {
            for (int k = 0; k < gradient.length; k++) {
                gradient[k] += config.strength() * fishers.get(task)[k] * (model.weights()[k] - anchors.get(task)[k]);
            }
        }
        model.descend(gradient, config.rate());
        updates++;
    }

    /** F_k = E[(∂ log p(y | x) / ∂θ_k)²] over the task's examples and their labels: the empirical Fisher information. */
    @Override
    public void end(Cue cue, Data data) {
        float[] fisher = new float[gradient.length];
        Batches batches = data.inOrder(16);
        while (batches.next()) {
            for (int i = 0; i < batches.inputs().rows(); i++) {
                Arrays.fill(gradient, 0);
                model.gradient(batches.inputs().floats(), i * width, batches.targets().ints()[i], 1, gradient);
                for (int k = 0; k < fisher.length; k++) {
                    fisher[k] += gradient[k] * gradient[k] / data.size();
                }
            }
        }
        fishers.add(fisher);
        anchors.add(model.weights().clone());
        updates++;
    }

    @Override
    public Tensor predict(Tensor inputs, Cue cue) {
        float[] scores = new float[inputs.rows() * classes];
        for (int i = 0; i < inputs.rows(); i++) {
            System.arraycopy(model.probabilities(inputs.floats(), i * width), 0, scores, i * classes, classes);
        }
        return Tensor.of(scores, inputs.rows(), classes);
    }

    List<float[]> fishers() {
        return fishers;
    }

    @Override
    public long updates() {
        return updates;
    }

    @Override
    public void save(StateWriter out) {
        out.tensor(StateKind.PARAMETER, "weights", Tensor.of(model.weights(), classes, width + 1));
        out.tensor(StateKind.OPTIMISER, "updates", Tensor.of(new long[] {updates}, 1));
        for (int task = 0; task < fishers.size(); task++) {
            out.tensor(StateKind.MEMORY, "fisher/" + task, Tensor.of(fishers.get(task), classes, width + 1));
            out.tensor(StateKind.MEMORY, "anchor/" + task, Tensor.of(anchors.get(task), classes, width + 1));
        }
    }

    @Override
    public void restore(StateReader in) {
        in.into("weights", Tensor.of(model.weights(), classes, width + 1));
        updates = in.tensor("updates").longs()[0];
        fishers.clear();
        anchors.clear();
        for (int task = 0; in.has("fisher/" + task); task++) {
            fishers.add(in.tensor("fisher/" + task).floats());
            anchors.add(in.tensor("anchor/" + task).floats());
        }
    }
}
