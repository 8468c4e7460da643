package org.thaw.learners.rehearsal.internal;

import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.toolkit.Classifier;
import org.thaw.toolkit.ClassifierLearner;
import org.thaw.toolkit.GreedyBalanced;
import org.thaw.toolkit.Replay;
import org.thaw.toolkit.ReplayMemory;

/**
 * GDumb (Prakash, Torr and Dokania 2020): learning only fills a memory, by the greedy balancing sampler (algorithm 1); before it is asked to predict,
 * a fresh network is fitted to the memory alone. Stochastic gradient descent whose rate follows a cosine from {@code rate} to a hundredth of it,
 * {@code η_min + ½ (η_max − η_min) (1 + cos(π T_cur/T_i))} (SGDR, Loshchilov and Hutter 2017, eq. 5), restarted after 1, 3, 7, 15 … epochs. What is saved is the memory; the network follows from it and from the seed.
 */
public final class GDumb extends ClassifierLearner {
    private static final double LEAST = 0.01;

    private final Config config;
    private final ReplayMemory memory;
    private long batches;
    private long prepared = -1;

    /** Hyperparameters. */
    public record Config(
            @Parameter(value = "sizes of the hidden layers", byDefault = "[400,400]", range = "[1,*)", source = "van de Ven and Tolias 2019, split MNIST")
            List<Integer> hidden,
            @Parameter(value = "highest learning rate", byDefault = "0.05", range = "(0,*)", source = "Prakash et al. 2020, section 4") double rate,
            @Parameter(value = "examples that the memory can hold", byDefault = "1000", range = "[1,*)",
                    source = "van de Ven, Tuytelaars and Tolias 2022: 100 for each of 10 classes") int capacity,
            @Parameter(value = "passes over the memory", byDefault = "256", range = "[1,*)", source = "Prakash et al. 2020, section 4") int epochs,
            @Parameter(value = "examples in a batch of the fit", byDefault = "16", range = "[1,*)", source = "Prakash et al. 2020, section 4") int batch) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "gdumb", summary = "Stores a balanced sample and fits a fresh network to it before each evaluation.",
            source = "Prakash, Torr and Dokania 2020, algorithm 1; Loshchilov and Hutter 2017, arXiv 1608.03983, eq. 5", state = "gdumb-memory:1")
    public static final class Factory implements LearnerFactory<Config, GDumb> {
        @Override
        public GDumb create(Config c, Signature signature, Context context) {
            Classifier classifier = new Classifier(signature, context, c.hidden(), Classifier.Rule.SGD, c.rate());
            GreedyBalanced selection = new GreedyBalanced(c.capacity(), signature.choices());
            return new GDumb(c, classifier, new ReplayMemory(signature.input(), signature.output(), c.capacity(), selection), context);
        }
    }

    private GDumb(Config config, Classifier classifier, ReplayMemory memory, Context context) {
        super(classifier, context);
        this.config = config;
        this.memory = memory;
    }

    @Override
    public void learn(Tensor inputs, Tensor targets, Cue cue) {
        memory.offer(inputs, targets, cue, context.random("memory"));
        batches++;
    }

    @Override
    public void prepare() {
        if (prepared == batches) {
            return;
        }
        RandomStream random = context.random("fit", batches);
        classifier.trained().startOver(random);
        boolean[] stored = storedClasses();
        for (int epoch = 0; epoch < config.epochs() && memory.size() > 0; epoch++) {
            classifier.trained().optimiser().rate(rate(epoch));
            int[] order = random.permutation(memory.size());
            for (int from = 0; from < order.length; from += config.batch()) {
                Replay replay = memory.pick(order, from, Math.min(config.batch(), order.length - from));
                boolean told = replay.cues()[0].task().isPresent();
                classifier.accumulate(replay.inputs(), replay.targets(), told ? classifier.masks().of(replay.cues()) : stored, 1);
                classifier.step();
            }
        }
        prepared = batches;
    }

    private boolean[] storedClasses() {
        boolean[] stored = new boolean[classifier.classes()];
        for (int i = 0; i < memory.size(); i++) {
            stored[memory.pick(new int[] {i}, 0, 1).targets().ints()[0]] = true;
        }
        return stored;
    }

    /** The rate of an epoch: cycles of 1, 2, 4, 8 … epochs. */
    double rate(int epoch) {
        int length = Integer.highestOneBit(epoch + 1);
        double passed = (double) (epoch + 1 - length) / length;
        return config.rate() * (LEAST + (1 - LEAST) * 0.5 * (1 + StrictMath.cos(Math.PI * passed)));
    }

    @Override
    public long updates() {
        return batches;
    }

    /** What is saved beside the memory. */
    public record Progress(long batches) {
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.MEMORY, "progress", new Progress(batches));
        out.part("memory", memory);
    }

    @Override
    public void restore(StateReader in) {
        batches = in.record("progress", Progress.class).batches();
        in.part("memory", memory);
        prepared = -1;
    }
}
