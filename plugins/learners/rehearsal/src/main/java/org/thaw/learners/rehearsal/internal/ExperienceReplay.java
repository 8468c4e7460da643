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
 * Experience replay: each step minimises {@code 1/N · loss on the new batch + (1 − 1/N) · loss on as many stored examples} (van de Ven and
 * Tolias 2019; "ER" in van de Ven, Tuytelaars and Tolias 2022). Where tasks have boundaries, N counts the tasks so far and a task enters the memory
 * at its end: each example is offered once or, with a budget per class, so many of each class, as in the latter paper. Where they have none, N is 2
 * and each batch enters after its step (Chaudhry et al. 2019). Stored examples keep their own task's classes where the cue tells the task.
 */
public final class ExperienceReplay extends ClassifierLearner {
    private final Episodes episodes;

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
    @Plugin(kind = Plugin.Kind.LEARNER, id = "experience-replay", summary = "A network that mixes stored examples of earlier tasks into every step.",
            source = "van de Ven, Tuytelaars and Tolias 2022, \"ER\"; Chaudhry et al. 2019", state = Classifier.STATE)
    public static final class Factory implements LearnerFactory<Config, ExperienceReplay> {
        @Override
        public ExperienceReplay create(Config c, Signature signature, Context context) {
            Classifier classifier = new Classifier(signature, context, c.hidden(), c.optimiser(), c.rate());
            Selection selection = c.selection().create(c.capacity(), signature.choices());
            ReplayMemory memory = new ReplayMemory(signature.input(), signature.output(), c.capacity(), selection);
            return new ExperienceReplay(classifier, new Episodes(memory, c.perClass(), signature.choices(), context), context);
        }
    }

    private ExperienceReplay(Classifier classifier, Episodes episodes, Context context) {
        super(classifier, context);
        this.episodes = episodes;
    }

    @Override
    public void begin(Cue cue) {
        episodes.begin();
    }

    @Override
    public void learn(Tensor inputs, Tensor targets, Cue cue) {
        double share = episodes.share();
        double loss = classifier.accumulate(inputs, targets, classifier.masks().of(cue), share);
        if (!episodes.empty()) {
            loss += Episodes.accumulate(classifier, episodes.draw(inputs.rows()), cue, 1 - share);
        }
        classifier.step();
        context.measure("loss", loss);
        episodes.after(inputs, targets, cue);
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
