package org.thaw.learners.architecture.internal;

import java.util.List;
import java.util.Map;
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
import org.thaw.networks.Network;
import org.thaw.toolkit.Classifier;
import org.thaw.toolkit.ClassifierLearner;
import org.thaw.toolkit.RowBuffers;

/**
 * PackNet (Mallya and Lazebnik 2018, section 3). A task trains all weights that no earlier one owns; at its end the smallest of them, layer by layer,
 * are set to 0 and left free, the others are trained once more by themselves and then never change. A task is answered with the weights of
 * tasks up to it, so what was learned is kept bit for bit. Biases belong to the first task; each task has a last layer of its own.
 *
 * <p>It must be told the task, when it learns and when it predicts: task-incremental learning only. A task that has ended is learned no further.
 */
public final class PackNet extends ClassifierLearner {
    private final Config config;
    private final Packing packing;
    private final Heads heads;
    private final Network view;
    private final RowBuffers<Tensor> scores;
    private int ended;
    private long batches;
    private int batchSize;

    /** Hyperparameters. */
    public record Config(
            @Parameter(value = "sizes of the hidden layers", byDefault = "[400,400]", range = "[1,*)", source = "van de Ven and Tolias 2019, split MNIST")
            List<Integer> hidden,
            @Parameter(value = "update rule", byDefault = "adam", source = "van de Ven and Tolias 2019, split MNIST") Classifier.Rule optimiser,
            @Parameter(value = "learning rate", byDefault = "0.001", range = "(0,*)", source = "van de Ven and Tolias 2019, split MNIST") double rate,
            @Parameter(value = "share of a layer's free weights that a task gives back", byDefault = "0.75", range = "[0,1)",
                    source = "Mallya and Lazebnik 2018, section 4") double prune,
            @Parameter(value = "steps after pruning, as a share of those before", byDefault = "0.5", range = "[0,*)",
                    source = "Mallya and Lazebnik 2018, section 3: half the epochs") double retrain) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "packnet", summary = "Packs tasks into one network by pruning; each keeps its weights for good. Must be told the task.",
            source = "Mallya and Lazebnik 2018, arXiv 1711.05769, section 3", state = Classifier.STATE)
    public static final class Factory implements LearnerFactory<Config, PackNet> {
        @Override
        public PackNet create(Config c, Signature signature, Context context) {
            return new PackNet(c, new Classifier(signature, context, c.hidden(), c.optimiser(), c.rate()), context);
        }
    }

    private PackNet(Config config, Classifier classifier, Context context) {
        super(classifier, context);
        this.config = config;
        packing = new Packing(classifier.network());
        heads = new Heads("packnet", classifier.network(), Map.of());
        view = classifier.network().copy();
        scores = new RowBuffers<>(n -> Tensor.zeros(Tensor.Type.F32, n, classifier.classes()));
    }

    @Override
    public void learn(Tensor inputs, Tensor targets, Cue cue) {
        int position = heads.position(cue);
        if (position < 0) {
            position = enter(cue);
        }
        if (position == ended) {
            batches++;
            batchSize = Math.max(batchSize, inputs.rows());
            context.measure("loss", step(inputs, targets, cue, false));
        }
    }

    /** One step that leaves alone what earlier tasks own and, once pruned, what is free. */
    private double step(Tensor inputs, Tensor targets, Cue cue, boolean pruned) {
        double loss = classifier.accumulate(inputs, targets, classifier.masks().of(cue), 1);
        packing.hold(classifier.network().gradient(), ended + 1, pruned);
        classifier.step();
        return loss;
    }

    private int enter(Cue cue) {
        if (heads.size() > ended) {
            throw new IllegalArgumentException("packnet is given task " + cue.task().getAsInt() + " before task " + heads.tasks().get(ended)
                    + " has ended: it needs tasks one after another");
        }
        heads.put(heads.add(cue));
        // moments of other tasks' gradients would move what is held
        trained.optimiser().reset();
        return ended;
    }

    @Override
    public void end(Cue cue, Data data) {
        if (heads.position(cue) != ended) {
            return;
        }
        float[] parameters = classifier.network().parameters();
        packing.prune(parameters, ended + 1, config.prune());
        trained.optimiser().reset();
        Batches again = data.drawn(Math.max(1, batchSize), context.random("retrain"));
        for (long left = Math.round(config.retrain() * batches); left > 0 && again.next(); left--) {
            step(again.inputs(), again.targets(), cue, true);
        }
        heads.keep(ended);
        ended++;
        batches = 0;
        batchSize = 0;
        context.measure("free", packing.owned(0));
    }

    @Override
    public Tensor predict(Tensor inputs, Cue cue) {
        int position = heads.position(cue);
        float[] to = view.parameters();
        if (position == ended && position < heads.size()) {
            System.arraycopy(classifier.network().parameters(), 0, to, 0, to.length);
        } else {
            // a task never met: all that was packed, under a fresh last layer
            packing.view(classifier.network().parameters(), position < 0 ? ended : position + 1, to);
            heads.show(position, to);
        }
        Tensor answer = scores.rows(inputs.rows());
        System.arraycopy(view.forward(classifier.features().of(inputs), inputs.rows()), 0, answer.floats(), 0, answer.size());
        return answer;
    }

    @Override
    public long updates() {
        return super.updates() + ended;
    }

    /** What is saved beside the tensors. */
    public record Progress(List<Integer> tasks, int ended, long batches, int batchSize) {
    }

    @Override
    public void save(StateWriter out) {
        super.save(out);
        StateWriter own = out.in("packnet");
        own.record(StateKind.MEMORY, "progress", new Progress(heads.tasks(), ended, batches, batchSize));
        own.part("packing", packing);
        heads.save(own, StateKind.MEMORY, -1);
    }

    @Override
    public void restore(StateReader in) {
        super.restore(in);
        StateReader own = in.in("packnet");
        if (own.has("progress")) {
            Progress progress = own.record("progress", Progress.class);
            ended = progress.ended();
            batches = progress.batches();
            batchSize = progress.batchSize();
            own.part("packing", packing);
            heads.restore(own, progress.tasks(), -1, false);
        }
    }
}
