package org.thaw.learners.architecture.internal;

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
import org.thaw.api.learner.LearnerFactory;
import org.thaw.toolkit.Classifier;
import org.thaw.toolkit.ClassifierLearner;
import org.thaw.toolkit.Start;

/**
 * The multi-headed network (Zenke, Poole and Ganguli 2017, split MNIST; van de Ven and Tolias 2019, arXiv 1904.07734, section 2.1): a trunk φ that
 * all tasks share and an output layer (W_k, b_k) for each told task k, scores {@code W_k φ(x; θ) + b_k}. A step descends the mean softmax
 * cross-entropy of the told task's scores, over the classes that the cue allows, by θ, W_k and b_k; all other heads stay as they are. Nothing
 * protects the trunk.
 *
 * <p>A task's head is made when it is first learned: that of the first task is the network's own last layer, later ones are drawn from the stream
 * {@code heads}. An optimiser's moments of a head rest with it; its count of steps, and with it Adam's correction of bias, is that of the network, as
 * where all heads are rows of one layer. A task that was never learned is answered with the network's first last layer. It must be told the
 * task, when it learns and when it predicts: task-incremental learning only.
 */
public final class MultiHead extends ClassifierLearner {
    private final Start start;
    private final Heads heads;
    /** Position of the head that stands in the network; -1 before the first task. */
    private int active = -1;

    /** Hyperparameters. */
    public record Config(
            @Parameter(value = "sizes of the trunk's layers", byDefault = "[400,400]", range = "[1,*)", source = "van de Ven and Tolias 2019, split MNIST")
            List<Integer> hidden,
            @Parameter(value = "update rule", byDefault = "adam", source = "van de Ven and Tolias 2019, split MNIST") Classifier.Rule optimiser,
            @Parameter(value = "learning rate", byDefault = "0.001", range = "(0,*)", source = "van de Ven and Tolias 2019, split MNIST") double rate,
            @Parameter(value = "first values of the weights, those of new heads too", byDefault = "pytorch") Start start) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "multi-head", summary = "Finetuning with an output layer of its own for each task. Must be told the task.",
            source = "Zenke, Poole and Ganguli 2017, arXiv 1703.04200, split MNIST; van de Ven and Tolias 2019, arXiv 1904.07734, section 2.1", state = Classifier.STATE)
    public static final class Factory implements LearnerFactory<Config, MultiHead> {
        @Override
        public MultiHead create(Config c, Signature signature, Context context) {
            return new MultiHead(new Classifier(signature, context, c.hidden(), c.optimiser(), c.rate(), c.start()), c.start(), context);
        }
    }

    private MultiHead(Classifier classifier, Start start, Context context) {
        super(classifier, context);
        this.start = start;
        heads = new Heads("multi-head", classifier.network(), trained.optimiser().slots());
    }

    @Override
    public void learn(Tensor inputs, Tensor targets, Cue cue) {
        int position = heads.position(cue);
        classifier.check(inputs, targets);
        if (position < 0) {
            position = enter(cue);
        }
        if (position != active) {
            heads.keep(active);
            heads.put(position);
            active = position;
        }
        context.measure("loss", classifier.learn(inputs, targets, cue));
    }

    private int enter(Cue cue) {
        if (heads.size() > 0) {
            return heads.add(cue, start.initialiser(), context.random("heads"));
        }
        // its head stands in the network already
        active = heads.add(cue);
        return active;
    }

    @Override
    public Tensor predict(Tensor inputs, Cue cue) {
        int asked = heads.position(cue);
        if (asked == active) {
            return super.predict(inputs, cue);
        }
        // some task was met, else nothing could be asked for but the head that stands there
        heads.keep(active);
        float[] parameters = classifier.network().parameters();
        heads.show(asked, parameters);
        try {
            return super.predict(inputs, cue);
        } finally {
            heads.show(active, parameters);
        }
    }

    /** What is saved beside the tensors: the tasks in the order in which they were met, whose head the network has, and what rule the slots are of. */
    public record Progress(List<Integer> tasks, int active, String rule) {
    }

    @Override
    public void save(StateWriter out) {
        super.save(out);
        StateWriter own = out.in("multi-head");
        own.record(StateKind.MEMORY, "progress", new Progress(heads.tasks(), active, trained.optimiser().name()));
        heads.save(own, StateKind.PARAMETER, active);
    }

    /** Takes over the heads, too; a network that had none brings its last layer, which answers for all tasks until they are learned. */
    @Override
    public void restore(StateReader in) {
        super.restore(in);
        StateReader own = in.in("multi-head");
        if (own.has("progress")) {
            Progress progress = own.record("progress", Progress.class);
            active = progress.active();
            heads.restore(own, progress.tasks(), active, progress.rule().equals(trained.optimiser().name()));
        } else {
            active = -1;
            heads.startOver();
        }
    }
}
