package org.thaw.learners.regularisation.internal;

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
import org.thaw.api.environment.Data;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.networks.Distillation;
import org.thaw.networks.Network;
import org.thaw.toolkit.Classifier;
import org.thaw.toolkit.ClassifierLearner;
import org.thaw.toolkit.Cues;
import org.thaw.toolkit.RowBuffers;

/**
 * Learning without forgetting (Li and Hoiem 2017, section 3): on each new batch the network also keeps the answers that it gave at the last task's end, as soft
 * targets at temperature T; see {@link Distillation}. A step minimises {@code 1/N · loss on the new batch + (1 − 1/N) · distillation}, N counting
 * the tasks (van de Ven and Tolias 2019). Where the cue tells the task, each earlier task's classes are distilled by themselves and the losses
 * averaged; elsewhere the classes of the last task's cue, which holds those before it, together. Classes that are new since then compete in the
 * distillation, with target probability 0, in van de Ven and Tolias's protocol, as in their code; Li and Hoiem leave them out. Without boundaries it
 * is finetuning.
 */
public final class Lwf extends ClassifierLearner {
    /** The score of a class that is to have probability 0. */
    private static final float NEVER = -1e30f;

    private final boolean zero;
    private final Network teacher;
    private final Distillation distillation;
    private final boolean[] active;
    private final Cues met = new Cues();
    private final List<boolean[]> masks = new ArrayList<>();
    private final RowBuffers<float[]> gradients;
    private final RowBuffers<float[]> weights;
    private final RowBuffers<float[]> padded;
    private boolean told;
    private long ended;
    private int last = -1;

    /** What the distillation does with classes that the kept network did not know, where the cue tells classes but no task. */
    public enum NewClasses {
        /** They compete, with target probability 0. */ ZERO,
        /** They are left out. */ IGNORE
    }

    /** Hyperparameters. */
    public record Config(
            @Parameter(value = "sizes of the hidden layers", byDefault = "[400,400]", range = "[1,*)", source = "van de Ven and Tolias 2019, split MNIST")
            List<Integer> hidden,
            @Parameter(value = "update rule", byDefault = "adam", source = "van de Ven and Tolias 2019, split MNIST") Classifier.Rule optimiser,
            @Parameter(value = "learning rate", byDefault = "0.001", range = "(0,*)", source = "van de Ven and Tolias 2019, split MNIST") double rate,
            @Parameter(value = "temperature T of the soft targets", byDefault = "2", range = "(0,*)", source = "Li and Hoiem 2017, section 3") double temperature,
            @Parameter(value = "classes that the kept network did not know: target probability 0, or ignored in the distillation", byDefault = "zero",
                    source = "van de Ven and Tolias 2019, their code: zero; Li and Hoiem 2017: ignore") NewClasses newClasses) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "lwf", summary = "A network that keeps its earlier answers to the new task's inputs.",
            source = "Li and Hoiem 2017, arXiv 1606.09282, section 3; weights as van de Ven and Tolias 2019", state = Classifier.STATE)
    public static final class Factory implements LearnerFactory<Config, Lwf> {
        @Override
        public Lwf create(Config c, Signature signature, Context context) {
            return new Lwf(c.temperature(), c.newClasses() == NewClasses.ZERO, new Classifier(signature, context, c.hidden(), c.optimiser(), c.rate()), context);
        }
    }

    private Lwf(double temperature, boolean zero, Classifier classifier, Context context) {
        super(classifier, context);
        this.zero = zero;
        teacher = classifier.network().copy();
        distillation = new Distillation(classifier.classes(), temperature);
        gradients = new RowBuffers<>(n -> new float[n * classifier.classes()]);
        weights = new RowBuffers<>(float[]::new);
        active = new boolean[classifier.classes()];
        padded = new RowBuffers<>(n -> new float[n * classifier.classes()]);
    }

    @Override
    public void learn(Tensor inputs, Tensor targets, Cue cue) {
        int rows = inputs.rows();
        double share = 1.0 / (ended + 1);
        float[] scores = classifier.trained().forward(inputs);
        double loss = classifier.loss(scores, rows, targets.ints(), classifier.masks().of(cue), share);
        float[] gradient = gradients.rows(rows);
        System.arraycopy(classifier.scoreGradient(), 0, gradient, 0, gradient.length);
        if (ended > 0) {
            float[] before = teacher.forward(classifier.features().of(inputs), rows);
            for (int i = 0; i < masks.size(); i++) {
                Arrays.fill(weights.rows(rows), (float) ((1 - share) / masks.size() / rows));
                loss += distil(scores, rows, before, masks.get(i), cue);
                for (int j = 0; j < gradient.length; j++) {
                    gradient[j] += distillation.gradient()[j];
                }
            }
        }
        classifier.trained().accumulate(gradient);
        classifier.step();
        context.measure("loss", loss);
    }

    /** The distillation over the classes that the kept network knew (empty: all) and, padded with zeros, the present ones. */
    private double distil(float[] scores, int rows, float[] before, boolean[] known, Cue present) {
        if (!zero || told || known.length == 0) {
            return distillation.of(scores, rows, before, 0, known, weights.rows(rows));
        }
        for (int c = 0; c < active.length; c++) {
            active[c] = known[c] || present.allows(c);
        }
        float[] targets = padded.rows(rows);
        for (int i = 0; i < targets.length; i++) {
            targets[i] = known[i % known.length] ? before[i] : NEVER;
        }
        return distillation.of(scores, rows, targets, 0, active, weights.rows(rows));
    }

    @Override
    public void end(Cue cue, Data data) {
        System.arraycopy(classifier.network().parameters(), 0, teacher.parameters(), 0, teacher.parameters().length);
        last = met.number(cue);
        ended++;
        derive(cue);
    }

    /** The classes that are distilled, from the cues met. */
    private void derive(Cue present) {
        masks.clear();
        told = present.task().isPresent();
        if (!told) {
            masks.add(classifier.masks().of(present).clone());
            return;
        }
        for (int i = 0; i < met.size(); i++) {
            masks.add(classifier.masks().of(met.cue(i)).clone());
        }
    }

    @Override
    public long updates() {
        return super.updates() + ended;
    }

    /** What is saved beside the tensors. */
    public record Progress(long ended, int last) {
    }

    @Override
    public void save(StateWriter out) {
        super.save(out);
        StateWriter own = out.in("lwf");
        own.record(StateKind.MEMORY, "progress", new Progress(ended, last));
        own.tensor(StateKind.MEMORY, "teacher", Tensor.of(teacher.parameters(), teacher.parameters().length));
        own.part("met", met);
    }

    @Override
    public void restore(StateReader in) {
        super.restore(in);
        StateReader own = in.in("lwf");
        ended = 0;
        if (own.has("progress")) {
            Progress progress = own.record("progress", Progress.class);
            ended = progress.ended();
            own.into("teacher", Tensor.of(teacher.parameters(), teacher.parameters().length));
            own.part("met", met);
            last = progress.last();
            if (ended > 0) {
                derive(met.cue(last));
            }
        }
    }
}
