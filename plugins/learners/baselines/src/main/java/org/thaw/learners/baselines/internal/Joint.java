package org.thaw.learners.baselines.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Privilege;
import org.thaw.api.RandomStream;
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

/**
 * Learns from the data of all tasks at once, later ones included: the upper bound ("Joint" in van de Ven and Tolias 2019). While a task
 * goes by it only counts its batches; at the end it takes as many steps on batches drawn independently from all tasks, so that it takes
 * exactly the steps of a learner that learns as it goes. Where the cue tells the task, each batch comes from one task, drawn by size, under
 * that task's cue; elsewhere all classes of all tasks compete.
 */
public final class Joint extends ClassifierLearner {
    private long batches;
    private int batchSize;
    private long changes;

    /** Hyperparameters. */
    public record Config(
            @Parameter(value = "sizes of the hidden layers", byDefault = "[400,400]", range = "[1,*)", source = "van de Ven and Tolias 2019, split MNIST")
            List<Integer> hidden,
            @Parameter(value = "update rule", byDefault = "adam", source = "van de Ven and Tolias 2019, split MNIST") Classifier.Rule optimiser,
            @Parameter(value = "learning rate", byDefault = "0.001", range = "(0,*)", source = "van de Ven and Tolias 2019, split MNIST") double rate) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "joint", summary = "A network that sees the data of all tasks from the start: the upper bound.",
            source = "van de Ven and Tolias 2019, \"Joint\"", state = Classifier.STATE, privilege = Privilege.ALL_DATA)
    public static final class Factory implements LearnerFactory<Config, Joint> {
        @Override
        public Joint create(Config c, Signature signature, Context context) {
            return new Joint(new Classifier(signature, context, c.hidden(), c.optimiser(), c.rate()), context);
        }
    }

    private Joint(Classifier classifier, Context context) {
        super(classifier, context);
    }

    @Override
    public void learn(Tensor inputs, Tensor targets, Cue cue) {
        batches++;
        batchSize = Math.max(batchSize, inputs.rows());
        changes++;
    }

    @Override
    public void end(Cue cue, Data data) {
        if (batches == 0) {
            return;
        }
        RandomStream random = context.random("draws");
        List<Data> sources = cue.task().isPresent() ? tasks(data) : List.of(data);
        List<Cue> cues = cue.task().isPresent() ? sources.stream().map(Data::cue).toList() : List.of(union(data));
        List<Batches> drawn = sources.stream().map(source -> source.drawn(batchSize, random)).toList();
        for (long step = 0; step < batches; step++) {
            int source = drawBySize(sources, random);
            drawn.get(source).next();
            context.measure("loss", classifier.learn(drawn.get(source).inputs(), drawn.get(source).targets(), cues.get(source)));
        }
        batches = 0;
        batchSize = 0;
        changes++;
    }

    private static List<Data> tasks(Data data) {
        List<Data> tasks = new ArrayList<>();
        for (int i = 0; i < data.tasks(); i++) {
            tasks.add(data.task(i));
        }
        return tasks;
    }

    /** The classes of all tasks; untold if those of any task are. */
    private static Cue union(Data data) {
        TreeSet<Integer> classes = new TreeSet<>();
        for (Data task : tasks(data)) {
            Cue cue = task.cue();
            if (!cue.tellsClasses()) {
                return Cue.none();
            }
            for (int i = 0; i < cue.classCount(); i++) {
                classes.add(cue.classAt(i));
            }
        }
        return classes.isEmpty() ? Cue.none() : Cue.none().withClasses(classes.stream().mapToInt(Integer::intValue).toArray());
    }

    private static int drawBySize(List<Data> sources, RandomStream random) {
        if (sources.size() == 1) {
            return 0;
        }
        int total = 0;
        for (Data source : sources) {
            total = Math.addExact(total, source.size());
        }
        int example = random.nextInt(total);
        int source = 0;
        while (example >= sources.get(source).size()) {
            example -= sources.get(source++).size();
        }
        return source;
    }

    /** Changes of what is saved: every batch counted and every fit. The steps of the fits are as many as the batches. */
    @Override
    public long updates() {
        return changes;
    }

    /** What is saved beside the classifier. */
    public record Progress(long batches, int batchSize, long changes) {
    }

    @Override
    public void save(StateWriter out) {
        super.save(out);
        out.in("joint").record(StateKind.OPTIMISER, "progress", new Progress(batches, batchSize, changes));
    }

    @Override
    public void restore(StateReader in) {
        super.restore(in);
        Progress progress = in.in("joint").has("progress") ? in.in("joint").record("progress", Progress.class)
                : new Progress(0, 0, classifier.updates());
        batches = progress.batches();
        batchSize = progress.batchSize();
        changes = progress.changes();
    }
}
