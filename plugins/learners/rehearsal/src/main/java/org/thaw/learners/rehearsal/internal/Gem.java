package org.thaw.learners.rehearsal.internal;

import java.util.ArrayList;
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
import org.thaw.toolkit.Reservoir;

/**
 * Gradient episodic memory (Lopez-Paz and Ranzato 2017, algorithm 1): a memory for each task that has ended, a gradient on each memory at every
 * step, and a step along the nearest direction that raises none of these losses; see {@link GradientCone}. A task's memory is a random sample of
 * it (the paper's are its last examples, which come in random order). Cost: one pass over all memories at every step. Without boundaries there are
 * no tasks to remember and it is finetuning.
 */
public final class Gem extends ClassifierLearner {
    private static final int BATCH = 128;

    private final Config config;
    private final Signature signature;
    private final List<ReplayMemory> memories = new ArrayList<>();
    private float[][] gradients = {};
    private GradientCone cone = new GradientCone(0);

    /** Hyperparameters. */
    public record Config(
            @Parameter(value = "sizes of the hidden layers", byDefault = "[400,400]", range = "[1,*)", source = "van de Ven and Tolias 2019, split MNIST")
            List<Integer> hidden,
            @Parameter(value = "update rule", byDefault = "adam", source = "van de Ven and Tolias 2019, split MNIST") Classifier.Rule optimiser,
            @Parameter(value = "learning rate", byDefault = "0.001", range = "(0,*)", source = "van de Ven and Tolias 2019, split MNIST") double rate,
            @Parameter(value = "examples stored of each task", byDefault = "256", range = "[1,*)", source = "Lopez-Paz and Ranzato 2017, MNIST") int perTask,
            @Parameter(value = "margin γ of the dual's variables", byDefault = "0.5", range = "[0,*)", source = "Lopez-Paz and Ranzato 2017, section 5")
            double margin) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "gem", summary = "A network whose steps are bent so as not to raise the loss on any earlier task's stored examples.",
            source = "Lopez-Paz and Ranzato 2017, arXiv 1706.08840, eqs. 8-12", state = Classifier.STATE)
    public static final class Factory implements LearnerFactory<Config, Gem> {
        @Override
        public Gem create(Config c, Signature signature, Context context) {
            return new Gem(c, signature, new Classifier(signature, context, c.hidden(), c.optimiser(), c.rate()), context);
        }
    }

    private Gem(Config config, Signature signature, Classifier classifier, Context context) {
        super(classifier, context);
        this.config = config;
        this.signature = signature;
    }

    @Override
    public void learn(Tensor inputs, Tensor targets, Cue cue) {
        for (int task = 0; task < memories.size(); task++) {
            Replay old = memories.get(task).all();
            Episodes.accumulate(classifier, old, cue, 1);
            System.arraycopy(classifier.network().gradient(), 0, gradients[task], 0, gradients[task].length);
            classifier.trained().discard();
        }
        double loss = classifier.accumulate(inputs, targets, classifier.masks().of(cue), 1);
        boolean bent = cone.project(classifier.network().gradient(), gradients, config.margin());
        classifier.step();
        context.measure("loss", loss);
        context.measure("bent", bent ? 1 : 0);
    }

    @Override
    public void end(Cue cue, Data data) {
        ReplayMemory memory = memory();
        Batches task = data.shuffled(BATCH, context.random("memory"));
        while (task.next()) {
            memory.offer(task.inputs(), task.targets(), cue, context.random("memory"));
        }
        if (memory.size() > 0) {
            memories.add(memory);
            prepareFor(memories.size());
        }
    }

    private ReplayMemory memory() {
        return new ReplayMemory(signature.input(), signature.output(), config.perTask(), new Reservoir(config.perTask()));
    }

    private void prepareFor(int tasks) {
        gradients = new float[tasks][classifier.network().parameters().length];
        cone = new GradientCone(tasks);
    }

    @Override
    public long updates() {
        return super.updates() + memories.size();
    }

    /** What is saved beside classifier and memories. */
    public record Progress(int tasks) {
    }

    @Override
    public void save(StateWriter out) {
        super.save(out);
        out.in("gem").record(StateKind.MEMORY, "progress", new Progress(memories.size()));
        for (int task = 0; task < memories.size(); task++) {
            out.in("gem").part("task-" + task, memories.get(task));
        }
    }

    @Override
    public void restore(StateReader in) {
        super.restore(in);
        memories.clear();
        int tasks = in.in("gem").has("progress") ? in.in("gem").record("progress", Progress.class).tasks() : 0;
        for (int task = 0; task < tasks; task++) {
            ReplayMemory memory = memory();
            in.in("gem").part("task-" + task, memory);
            memories.add(memory);
        }
        prepareFor(tasks);
    }
}
