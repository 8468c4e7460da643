package org.thaw.learners.rehearsal.internal;

import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Data;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.toolkit.Classifier;
import org.thaw.toolkit.ClassifierLearner;
import org.thaw.toolkit.ReplayMemory;
import org.thaw.toolkit.Selection;

/**
 * Averaged gradient episodic memory (Chaudhry et al. 2019, eqs. 9–11). With g the gradient on the new batch and g_ref that on as many examples drawn
 * from the memory, the step goes along {@code g̃ = g − (gᵀg_ref / g_refᵀg_ref) g_ref} where {@code gᵀg_ref < 0}, else along g: to first order, the loss
 * on what is remembered does not rise. The replayed examples bend the step and are not trained on.
 *
 * <p>Stored examples answer to their own task's classes where the cue tells the task, else to all classes met so far. The paper's memory holds as
 * many examples of each class of each task, which is the budget per class. Its bound is one of first order on plain descent: Adam rescales each
 * component of g̃ afterwards, as in van de Ven, Tuytelaars and Tolias 2022.
 */
public final class AGem extends ClassifierLearner {
    private final Episodes episodes;
    private final float[] reference;

    /** Hyperparameters. */
    public record Config(
            @Parameter(value = "sizes of the hidden layers", byDefault = "[400,400]", range = "[1,*)", source = "van de Ven and Tolias 2019, split MNIST")
            List<Integer> hidden,
            @Parameter(value = "update rule", byDefault = "adam", source = "van de Ven and Tolias 2019, split MNIST") Classifier.Rule optimiser,
            @Parameter(value = "learning rate", byDefault = "0.001", range = "(0,*)", source = "van de Ven and Tolias 2019, split MNIST") double rate,
            @Parameter(value = "examples that the memory can hold", byDefault = "1000", range = "[1,*)",
                    source = "van de Ven, Tuytelaars and Tolias 2022: 100 for each of 10 classes") int capacity,
            @Parameter(value = "which examples it keeps", byDefault = "class-balanced", source = "Chrysakis and Moens 2020; reservoir: Vitter 1985")
            Selection.Kind selection,
            @Parameter(value = "budget per class: examples of each class of a task that enter the memory, drawn at random at the task's end; "
                    + "0: all are offered, so that the memory is always full", byDefault = "0", range = "[0,*)",
                    source = "van de Ven, Tuytelaars and Tolias 2022, split MNIST: 100") int perClass) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "a-gem", summary = "A network whose steps are bent so as not to raise the mean loss on stored examples.",
            source = "Chaudhry et al. 2019, arXiv 1812.00420, eq. 11", state = Classifier.STATE)
    public static final class Factory implements LearnerFactory<Config, AGem> {
        @Override
        public AGem create(Config c, Signature signature, Context context) {
            Classifier classifier = new Classifier(signature, context, c.hidden(), c.optimiser(), c.rate());
            Selection selection = c.selection().create(c.capacity(), signature.choices());
            ReplayMemory memory = new ReplayMemory(signature.input(), signature.output(), c.capacity(), selection);
            return new AGem(classifier, new Episodes(memory, c.perClass(), signature.choices(), context), context);
        }
    }

    private AGem(Classifier classifier, Episodes episodes, Context context) {
        super(classifier, context);
        this.episodes = episodes;
        this.reference = new float[classifier.network().parameters().length];
    }

    @Override
    public void begin(Cue cue) {
        episodes.begin();
    }

    @Override
    public void learn(Tensor inputs, Tensor targets, Cue cue) {
        boolean remembers = !episodes.empty();
        if (remembers) {
            Episodes.accumulate(classifier, episodes.draw(inputs.rows()), cue, 1);
            System.arraycopy(classifier.network().gradient(), 0, reference, 0, reference.length);
            classifier.trained().discard();
        }
        double loss = classifier.accumulate(inputs, targets, classifier.masks().of(cue), 1);
        if (remembers) {
            project(classifier.network().gradient(), reference);
        }
        classifier.step();
        context.measure("loss", loss);
        episodes.after(inputs, targets, cue);
    }

    /** Equation 11: replaces g by the nearest vector that does not point against the reference. */
    static void project(float[] g, float[] reference) {
        double along = Vectors.dot(g, reference);
        if (along < 0) {
            Vectors.add(-along / Vectors.dot(reference, reference), reference, g);
        }
    }

    @Override
    public void end(Cue cue, Data data) {
        episodes.end(cue, data);
    }

    @Override
    public long updates() {
        return super.updates() + episodes.fillings();
    }

    @Override
    public void save(StateWriter out) {
        super.save(out);
        out.part("replay", episodes);
    }

    @Override
    public void restore(StateReader in) {
        super.restore(in);
        in.part("replay", episodes);
    }
}
