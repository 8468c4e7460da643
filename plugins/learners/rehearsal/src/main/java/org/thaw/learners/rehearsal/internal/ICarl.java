package org.thaw.learners.rehearsal.internal;

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
import org.thaw.networks.BinaryCrossEntropy;
import org.thaw.networks.Network;
import org.thaw.toolkit.Classifier;
import org.thaw.toolkit.ClassifierLearner;
import org.thaw.toolkit.RowBuffers;

/**
 * iCaRL (Rebuffi et al. 2017). Training (algorithm 3): binary cross-entropy of each class's score, whose target is the label for classes without
 * exemplars and the answer of the network as it was at the last task's end for classes with them. At a task's end {@code K / classes} exemplars of
 * each class, or its budget if that is less, are chosen by herding (algorithms 4 and 5). Prediction (algorithm 1): the class whose exemplars' mean,
 * in the space of the last hidden layer scaled to length 1, is nearest.
 *
 * <p>Two departures. Each step takes as many exemplars as new examples, where the paper shuffles exemplars among the new data: a stream does not
 * say how long its task is. Until a first task has ended the network's own scores predict. It needs boundaries: without them there are no
 * exemplars.
 */
public final class ICarl extends ClassifierLearner {
    private static final int BATCH = 128;

    private final int capacity;
    private final int perClass;
    private final Exemplars exemplars;
    private final Network teacher;
    private final FeatureSpace space;
    private final NearestExemplars nearest;
    private final RowBuffers<Tensor> oldInputs;
    private final RowBuffers<Tensor> oldLabels;
    private final BinaryCrossEntropy entropy;
    private final boolean[] active;
    private final RowBuffers<float[]> targets;
    private final RowBuffers<float[]> weights;
    private long ended;

    /** Hyperparameters. */
    public record Config(
            @Parameter(value = "sizes of the hidden layers", byDefault = "[400,400]", range = "[1,*)", source = "van de Ven and Tolias 2019, split MNIST")
            List<Integer> hidden,
            @Parameter(value = "update rule", byDefault = "adam", source = "van de Ven and Tolias 2019, split MNIST") Classifier.Rule optimiser,
            @Parameter(value = "learning rate", byDefault = "0.001", range = "(0,*)", source = "van de Ven and Tolias 2019, split MNIST") double rate,
            @Parameter(value = "exemplars of all classes, K", byDefault = "1000", range = "[1,*)",
                    source = "van de Ven, Tuytelaars and Tolias 2022: 100 for each of 10 classes") int capacity,
            @Parameter(value = "budget per class: exemplars of a class at most; 0: all K are shared out among the classes met", byDefault = "0",
                    range = "[0,*)", source = "van de Ven, Tuytelaars and Tolias 2022, split MNIST: 100; Rebuffi et al. 2017: 0") int perClass) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "icarl", summary = "Nearest mean of stored exemplars in a feature space learned with distillation.",
            source = "Rebuffi et al. 2017, arXiv 1611.07725, algorithms 1-5", state = Classifier.STATE)
    public static final class Factory implements LearnerFactory<Config, ICarl> {
        @Override
        public ICarl create(Config c, Signature signature, Context context) {
            Classifier classifier = new Classifier(signature, context, c.hidden(), c.optimiser(), c.rate());
            return new ICarl(c.capacity(), c.perClass() > 0 ? c.perClass() : c.capacity(), classifier, context);
        }
    }

    private ICarl(int capacity, int perClass, Classifier classifier, Context context) {
        super(classifier, context);
        this.capacity = capacity;
        this.perClass = perClass;
        int width = classifier.features().size();
        exemplars = new Exemplars(classifier.classes(), width);
        teacher = classifier.network().copy();
        space = new FeatureSpace(classifier.network());
        nearest = new NearestExemplars(classifier.classes(), space);
        oldInputs = new RowBuffers<>(n -> Tensor.zeros(Tensor.Type.F32, n, width));
        oldLabels = new RowBuffers<>(n -> Tensor.zeros(Tensor.Type.I32, n));
        entropy = new BinaryCrossEntropy(classifier.classes());
        active = new boolean[classifier.classes()];
        targets = new RowBuffers<>(n -> new float[n * classifier.classes()]);
        weights = new RowBuffers<>(float[]::new);
    }

    @Override
    public void learn(Tensor inputs, Tensor labels, Cue cue) {
        classifier.check(inputs, labels);
        int rows = inputs.rows();
        boolean remembers = exemplars.size() > 0;
        double weight = remembers ? 0.5 / rows : 1.0 / rows;
        double loss = accumulate(classifier.features().of(inputs), labels.ints(), rows, cue, weight);
        if (remembers) {
            Tensor x = oldInputs.rows(rows);
            Tensor y = oldLabels.rows(rows);
            exemplars.draw(context.random("replay"), x, y);
            loss += accumulate(x.floats(), y.ints(), rows, cue, weight);
        }
        classifier.step();
        context.measure("loss", loss);
    }

    /** Algorithm 3's loss: {@code −Σ_c t_c log σ(z_c) + (1 − t_c) log(1 − σ(z_c))}, each row times {@code weight}, with its gradient. */
    private double accumulate(float[] x, int[] labels, int rows, Cue cue, double weight) {
        int classes = classifier.classes();
        float[] before = exemplars.size() > 0 ? teacher.forward(x, rows) : x;
        float[] target = targets.rows(rows);
        for (int i = 0; i < rows * classes; i++) {
            int c = i % classes;
            boolean old = !exemplars.of(c).isEmpty();
            active[c] = old || cue.allows(c);
            target[i] = old ? sigmoid(before[i]) : labels[i / classes] == c ? 1 : 0;
        }
        Arrays.fill(weights.rows(rows), (float) weight);
        double loss = entropy.of(classifier.network().forward(x, rows), rows, target, 0, active, weights.rows(rows));
        classifier.trained().accumulate(entropy.gradient());
        return loss;
    }

    private static float sigmoid(float z) {
        return (float) (1 / (1 + StrictMath.exp(-z)));
    }

    /** Algorithm 2 after training: reduces the exemplar sets, builds those of the task's classes, and keeps the network as the teacher. */
    @Override
    public void end(Cue cue, Data data) {
        List<List<float[]>> candidates = new ArrayList<>();
        int withExemplars = 0;
        for (int c = 0; c < classifier.classes(); c++) {
            candidates.add(new ArrayList<>());
        }
        collect(data, candidates);
        for (int c = 0; c < classifier.classes(); c++) {
            withExemplars += candidates.get(c).isEmpty() && exemplars.of(c).isEmpty() ? 0 : 1;
        }
        int each = Math.max(1, Math.min(perClass, capacity / Math.max(1, withExemplars)));
        for (int c = 0; c < classifier.classes(); c++) {
            List<float[]> own = candidates.get(c);
            if (!own.isEmpty()) {
                own.addAll(exemplars.of(c));
                int[] picked = Herding.pick(space.of(own), own.size(), space.width(), each);
                exemplars.set(c, Arrays.stream(picked).mapToObj(own::get).toList());
            }
        }
        exemplars.reduce(each);
        System.arraycopy(classifier.network().parameters(), 0, teacher.parameters(), 0, teacher.parameters().length);
        ended++;
    }

    private void collect(Data data, List<List<float[]>> byClass) {
        int width = classifier.features().size();
        Batches task = data.inOrder(BATCH);
        while (task.next()) {
            float[] x = classifier.features().of(task.inputs());
            for (int row = 0; row < task.inputs().rows(); row++) {
                byClass.get(task.targets().ints()[row]).add(Arrays.copyOfRange(x, row * width, (row + 1) * width));
            }
        }
    }

    @Override
    public void prepare() {
        nearest.derive(exemplars);
    }

    @Override
    public Tensor predict(Tensor inputs, Cue cue) {
        return exemplars.size() == 0 ? super.predict(inputs, cue) : nearest.scores(classifier.features().of(inputs), inputs.rows());
    }

    /** How many exemplars are stored. */
    int exemplars() {
        return exemplars.size();
    }

    @Override
    public long updates() {
        return super.updates() + ended;
    }

    /** What is saved beside classifier and exemplars. */
    public record Progress(long ended) {
    }

    @Override
    public void save(StateWriter out) {
        super.save(out);
        StateWriter own = out.in("icarl");
        own.record(StateKind.MEMORY, "progress", new Progress(ended));
        own.tensor(StateKind.MEMORY, "teacher", Tensor.of(teacher.parameters(), teacher.parameters().length));
        own.part("memory", exemplars);
    }

    @Override
    public void restore(StateReader in) {
        super.restore(in);
        StateReader own = in.in("icarl");
        if (own.has("progress")) {
            ended = own.record("progress", Progress.class).ended();
            own.into("teacher", Tensor.of(teacher.parameters(), teacher.parameters().length));
            own.part("memory", exemplars);
        }
    }
}
