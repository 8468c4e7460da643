package org.thaw.learners.rehearsal.internal;

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
import org.thaw.toolkit.Classifier;
import org.thaw.toolkit.ClassifierLearner;
import org.thaw.toolkit.Replay;
import org.thaw.toolkit.ReplayMemory;
import org.thaw.toolkit.Selection;

/**
 * Experience replay: each step minimises {@code 1/N · loss on the new batch + (1 − 1/N) · loss on as many stored examples} (van de Ven and
 * Tolias 2019; "ER" in van de Ven, Tuytelaars and Tolias 2022). Where tasks have boundaries, N counts the tasks so
 * far and a task enters the memory at its end, each example once. Where they have none, N is 2 and each batch enters after its step (Chaudhry
 * et al. 2019). Stored examples keep their own task's classes where the cue tells the task.
 */
public final class ExperienceReplay extends ClassifierLearner {
    private static final int BATCH = 128;

    private final ReplayMemory memory;
    private boolean bounded;
    private long ended;
    private long fillings;

    /** Hyperparameters. */
    public record Config(
            @Parameter(value = "sizes of the hidden layers", byDefault = "[400,400]", range = "[1,*)", source = "van de Ven and Tolias 2019, split MNIST")
            List<Integer> hidden,
            @Parameter(value = "update rule", byDefault = "adam", source = "van de Ven and Tolias 2019, split MNIST") Classifier.Rule optimiser,
            @Parameter(value = "learning rate", byDefault = "0.001", range = "(0,*)", source = "van de Ven and Tolias 2019, split MNIST") double rate,
            @Parameter(value = "examples that the memory can hold", byDefault = "1000", range = "[1,*)",
                    source = "van de Ven, Tuytelaars and Tolias 2022: 100 for each of 10 classes") int capacity,
            @Parameter(value = "which examples it keeps", byDefault = "class-balanced", source = "Chrysakis and Moens 2020; reservoir: Vitter 1985")
            Selection.Kind selection) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "experience-replay", summary = "A network that mixes stored examples of earlier tasks into every step.",
            source = "van de Ven, Tuytelaars and Tolias 2022, \"ER\"; Chaudhry et al. 2019", state = Classifier.STATE)
    public static final class Factory implements LearnerFactory<Config, ExperienceReplay> {
        @Override
        public ExperienceReplay create(Config c, Signature signature, Context context) {
            Classifier classifier = new Classifier(signature, context, c.hidden(), c.optimiser(), c.rate());
            Selection selection = c.selection().create(c.capacity(), signature.choices());
            return new ExperienceReplay(classifier, new ReplayMemory(signature.input(), signature.output(), c.capacity(), selection), context);
        }
    }

    private ExperienceReplay(Classifier classifier, ReplayMemory memory, Context context) {
        super(classifier, context);
        this.memory = memory;
    }

    @Override
    public void begin(Cue cue) {
        if (!bounded) {
            bounded = true;
            fillings++;
        }
    }

    @Override
    public void learn(Tensor inputs, Tensor targets, Cue cue) {
        boolean replays = memory.size() > 0;
        double share = !replays ? 1 : bounded ? 1.0 / (ended + 1) : 0.5;
        double loss = classifier.accumulate(inputs, targets, classifier.masks().of(cue), share);
        if (replays) {
            Replay old = memory.draw(inputs.rows(), context.random("replay"));
            boolean[] mask = cue.task().isPresent() ? classifier.masks().of(old.cues()) : classifier.masks().of(old.cues(), cue);
            loss += classifier.accumulate(old.inputs(), old.targets(), mask, 1 - share);
        }
        classifier.step();
        context.measure("loss", loss);
        if (!bounded) {
            memory.offer(inputs, targets, cue, context.random("memory"));
        }
    }

    @Override
    public void end(Cue cue, Data data) {
        Batches task = data.shuffled(BATCH, context.random("memory"));
        while (task.next()) {
            memory.offer(task.inputs(), task.targets(), cue, context.random("memory"));
        }
        // a learner swapped in during a task has not met its beginning
        bounded = true;
        ended++;
        fillings++;
    }

    @Override
    public long updates() {
        return super.updates() + fillings;
    }

    /** What is saved beside classifier and memory. */
    public record Progress(boolean bounded, long ended, long fillings) {
    }

    @Override
    public void save(StateWriter out) {
        super.save(out);
        out.in("replay").record(StateKind.MEMORY, "progress", new Progress(bounded, ended, fillings));
        out.in("replay").part("memory", memory);
    }

    @Override
    public void restore(StateReader in) {
        super.restore(in);
        if (in.in("replay").has("progress")) {
            Progress progress = in.in("replay").record("progress", Progress.class);
            bounded = progress.bounded();
            ended = progress.ended();
            fillings = progress.fillings();
            in.in("replay").part("memory", memory);
        }
    }
}
