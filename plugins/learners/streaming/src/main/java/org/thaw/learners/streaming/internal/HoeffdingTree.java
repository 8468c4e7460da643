package org.thaw.learners.streaming.internal;

import java.util.ArrayList;
import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.learner.LearnerFactory;
import org.thaw.api.learner.Predictor;
import org.thaw.toolkit.Features;
import org.thaw.toolkit.RowBuffers;

/**
 * The Hoeffding tree, VFDT (Domingos and Hulten 2000, table 1): after each {@code grace} examples a leaf compares its two best splits by
 * information gain G and splits if {@code G(a) − G(b) > ε} or {@code ε < τ}, with {@code ε = √(R² ln(1/δ)/(2n))} and R = log₂ of the number of
 * classes in the leaf. Leaving the leaf alone is one of the splits, of gain 0. Numeric attributes are observed as a normal distribution per class
 * with ten thresholds to choose from (Pfahringer, Holmes and Kirkby 2008, "GAUSS10"). A leaf predicts with its class counts. A split is never
 * undone.
 */
public final class HoeffdingTree implements Predictor {
    private static final int POINTS = 10;

    /** A node: a leaf, or a split with two nodes below it. */
    private record Node(Split split, int left, int right) {
        boolean leaf() {
            return split.attribute() < 0;
        }
    }

    private final Signature signature;
    private final Config config;
    private final int classes;
    private final Features features;
    private final RowBuffers<Tensor> scores;
    private final List<Node> nodes = new ArrayList<>();
    /** By node; empty leaves stand at splits. */
    private final List<Leaf> leaves = new ArrayList<>();
    private long met;

    /** Hyperparameters. */
    public record Config(
            @Parameter(value = "examples between two attempts to split a leaf", byDefault = "200", range = "[1,*)", source = "Domingos and Hulten 2000, n_min") int grace,
            @Parameter(value = "probability δ of a wrong choice", byDefault = "1e-7", range = "(0,1)", source = "Domingos and Hulten 2000") double delta,
            @Parameter(value = "bound τ below which a tie is broken", byDefault = "0.05", range = "[0,*)", source = "Domingos and Hulten 2000") double tie) {
    }

    /** Makes the learner. */
    @Plugin(kind = Plugin.Kind.LEARNER, id = "hoeffding-tree", summary = "A decision tree that grows from a stream, split by split.",
            source = "Domingos and Hulten 2000, Mining high-speed data streams, table 1; Pfahringer, Holmes and Kirkby 2008, Gaussian approximation")
    public static final class Factory implements LearnerFactory<Config, HoeffdingTree> {
        @Override
        public HoeffdingTree create(Config configuration, Signature signature, Context context) {
            if (!(signature.output() instanceof Space.Categorical)) {
                throw new IllegalArgumentException("hoeffding-tree needs classes as targets, not " + signature.output());
            }
            return new HoeffdingTree(configuration, signature);
        }
    }

    private HoeffdingTree(Config config, Signature signature) {
        this.signature = signature;
        this.config = config;
        classes = signature.choices();
        features = new Features(signature.input());
        scores = new RowBuffers<>(n -> Tensor.zeros(Tensor.Type.F32, n, classes));
        grow(new Leaf(classes, features.size()));
    }

    private int grow(Leaf leaf) {
        nodes.add(new Node(Split.NONE, 0, 0));
        leaves.add(leaf);
        return nodes.size() - 1;
    }

    @Override
    public void learn(Tensor inputs, Tensor targets, Cue cue) {
        signature.check(inputs, targets);
        float[] x = features.of(inputs);
        for (int row = 0; row < inputs.rows(); row++) {
            int at = leafOf(x, row * features.size());
            Leaf leaf = leaves.get(at);
            leaf.add(targets.ints()[row], x, row * features.size());
            met++;
            if (leaf.met() - leaf.attempted() >= config.grace()) {
                leaf.attempt();
                if (leaf.present() > 1) {
                    attempt(at, leaf);
                }
            }
        }
    }

    /** Table 1, steps 9 to 17. */
    private void attempt(int at, Leaf leaf) {
        Split best = Split.NONE;
        Split second = Split.NONE;
        for (int attribute = 0; attribute < features.size(); attribute++) {
            Split split = leaf.best(attribute, POINTS);
            if (split.gain() > best.gain()) {
                second = best;
                best = split;
            } else if (split.gain() > second.gain()) {
                second = split;
            }
        }
        double bound = Split.hoeffding(StrictMath.log(leaf.present()) / StrictMath.log(2), config.delta(), leaf.met());
        if (best.gain() - second.gain() > bound || bound < config.tie() && best.gain() > 0) {
            int left = grow(leaf.child(best, true));
            int right = grow(leaf.child(best, false));
            nodes.set(at, new Node(best, left, right));
            leaves.set(at, new Leaf(0, 0));
        }
    }

    private int leafOf(float[] x, int offset) {
        int at = 0;
        while (!nodes.get(at).leaf()) {
            Node node = nodes.get(at);
            at = x[offset + node.split().attribute()] <= node.split().threshold() ? node.left() : node.right();
        }
        return at;
    }

    @Override
    public Tensor predict(Tensor inputs, Cue cue) {
        Tensor answer = scores.rows(inputs.rows());
        float[] x = features.of(inputs);
        for (int row = 0; row < inputs.rows(); row++) {
            Leaf leaf = leaves.get(leafOf(x, row * features.size()));
            for (int c = 0; c < classes; c++) {
                answer.floats()[row * classes + c] = (float) leaf.count(c);
            }
        }
        return answer;
    }

    /** How many nodes the tree has. */
    int size() {
        return nodes.size();
    }

    @Override
    public long updates() {
        return met;
    }

    /** What is saved beside the leaves. */
    public record Progress(long met, List<Branch> nodes) {
    }

    /** A node in saved state. */
    public record Branch(int attribute, double threshold, double gain, int left, int right) {
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.PARAMETER, "tree", new Progress(met, nodes.stream()
                .map(n -> new Branch(n.split().attribute(), n.split().threshold(), n.split().gain(), n.left(), n.right())).toList()));
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).leaf()) {
                out.part("leaf-" + i, leaves.get(i));
            }
        }
    }

    @Override
    public void restore(StateReader in) {
        Progress progress = in.record("tree", Progress.class);
        met = progress.met();
        nodes.clear();
        leaves.clear();
        for (Branch b : progress.nodes()) {
            boolean leaf = b.attribute() < 0;
            nodes.add(new Node(new Split(b.attribute(), b.threshold(), b.gain()), b.left(), b.right()));
            leaves.add(leaf ? new Leaf(classes, features.size()) : new Leaf(0, 0));
            if (leaf) {
                in.part("leaf-" + (nodes.size() - 1), leaves.get(nodes.size() - 1));
            }
        }
    }
}
