package org.thaw.runtime.internal.engine;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Examples;
import org.thaw.api.protocol.Portion;
import org.thaw.runtime.internal.fault.Guard;

/** The examples that an experience selects, by position: which example of which source, under which label. For one thread. */
final class ExampleSet {
    private static final int CHUNK = 4096;
    private final Guard guard;
    private final Signature signature;
    private final Examples[] sources;
    private final int[] source;
    private final int[] index;
    private final int[] label;
    private final int classes;
    private final Tensor input;
    private final Tensor target;

    private ExampleSet(Guard guard, Signature signature, Examples[] sources, int[] source, int[] index, int[] label) {
        this.guard = guard;
        this.signature = signature;
        this.sources = sources;
        this.source = source;
        this.index = index;
        this.label = label;
        this.classes = Arrays.stream(label).max().orElse(-1) + 1;
        this.input = signature.input().buffer(1);
        this.target = signature.output().buffer(1);
    }

    /**
     * Finds the examples of all portions.
     *
     * @param guard  of the environment
     * @param source the examples of a task of its stream
     */
    static ExampleSet of(Guard guard, Signature signature, IntFunction<Examples> source, List<Portion> portions) {
        ExampleSet set = union(portions.stream().map(portion -> of(guard, signature, source.apply(portion.task()), portion)).toList());
        if (set.size() == 0) {
            throw new IllegalArgumentException("the plan selects examples of which there are none: " + portions);
        }
        return set;
    }

    private static ExampleSet of(Guard guard, Signature signature, Examples examples, Portion portion) {
        boolean categorical = signature.output() instanceof Space.Categorical;
        boolean whole = portion.classes().isEmpty();
        if (!categorical && !whole) {
            throw new IllegalArgumentException("the plan selects examples by class, but their targets are " + signature.output());
        }
        int n = examples.size();
        int[] index = new int[n];
        int[] label = new int[n];
        int[] chunk = new int[CHUNK];
        int kept = 0;
        for (int from = 0; from < n; from += CHUNK) {
            int[] labels = new int[Math.min(CHUNK, n - from)];
            for (int i = 0; i < labels.length; i++) {
                chunk[i] = from + i;
            }
            if (categorical) {
                guard.run("targets", () -> examples.targets(chunk, Tensor.of(labels, labels.length)));
            }
            for (int i = 0; i < labels.length; i++) {
                int at = whole ? 0 : portion.classes().indexOf(labels[i]);
                if (at >= 0) {
                    index[kept] = from + i;
                    label[kept++] = whole ? labels[i] : portion.labels().get(at);
                }
            }
        }
        return new ExampleSet(guard, signature, new Examples[] {examples}, new int[kept], Arrays.copyOf(index, kept), Arrays.copyOf(label, kept));
    }

    /** The examples of several sets, one set after the other. */
    static ExampleSet union(List<ExampleSet> sets) {
        ExampleSet first = sets.get(0);
        if (sets.size() == 1) {
            return first;
        }
        List<Examples> sources = sets.stream().flatMap(set -> Arrays.stream(set.sources)).distinct().toList();
        int size = sets.stream().mapToInt(ExampleSet::size).sum();
        int[] source = new int[size];
        int[] index = new int[size];
        int[] label = new int[size];
        int at = 0;
        for (ExampleSet set : sets) {
            if (!set.signature.equals(first.signature)) {
                throw new IllegalArgumentException("tasks of different signatures cannot be read in one go: " + first.signature + " and " + set.signature
                        + "; read them task by task");
            }
            int[] here = Arrays.stream(set.sources).mapToInt(sources::indexOf).toArray();
            for (int i = 0; i < set.size(); i++, at++) {
                source[at] = here[set.source[i]];
                index[at] = set.index[i];
                label[at] = set.label[i];
            }
        }
        return new ExampleSet(first.guard, first.signature, sources.toArray(Examples[]::new), source, index, label);
    }

    int size() {
        return index.length;
    }

    Signature signature() {
        return signature;
    }

    /** Checks that whoever has this signature can be given these examples. */
    void check(Signature learner) {
        if (learner.input().type() != signature.input().type() || !learner.input().shape().equals(signature.input().shape())) {
            throw new IllegalArgumentException("the protocol promises the learner inputs " + learner.input() + ", but the environment has " + signature.input());
        }
        if (learner.output() instanceof Space.Categorical answers ? classes > answers.count() : !learner.output().shape().equals(signature.output().shape())) {
            throw new IllegalArgumentException("the learner answers with " + learner.output() + ", but the plan gives examples with "
                    + (classes > 0 ? "labels up to " + (classes - 1) : "targets " + signature.output()));
        }
    }

    /** Fills a batch with the examples at some positions, as many as it has rows. */
    void read(int[] positions, int[] scratch, Tensor inputs, Tensor targets) {
        try {
            if (sources.length == 1) {
                readTogether(positions, scratch, inputs, targets);
            } else {
                readOneByOne(positions, scratch, inputs, targets);
            }
        } catch (Throwable e) {
            throw guard.fault("reading examples", e);
        }
    }

    /** The inputs of the first so many examples, or of as many as there are. */
    Tensor first(int wanted) {
        int n = Math.min(wanted, size());
        Tensor inputs = signature.input().buffer(n);
        if (n > 0) {
            read(Orders.ascending(n), new int[n], inputs, signature.output().buffer(n));
        }
        return inputs;
    }

    private void readTogether(int[] positions, int[] scratch, Tensor inputs, Tensor targets) {
        int rows = inputs.rows();
        for (int i = 0; i < rows; i++) {
            scratch[i] = index[positions[i]];
        }
        sources[0].inputs(scratch, inputs);
        if (targets.type() == Tensor.Type.I32) {
            for (int i = 0; i < rows; i++) {
                targets.ints()[i] = label[positions[i]];
            }
        } else {
            sources[0].targets(scratch, targets);
        }
    }

    private void readOneByOne(int[] positions, int[] scratch, Tensor inputs, Tensor targets) {
        int rows = inputs.rows();
        for (int i = 0; i < rows; i++) {
            scratch[0] = index[positions[i]];
            Examples from = sources[source[positions[i]]];
            from.inputs(scratch, input);
            copyRow(input, inputs, i);
            if (targets.type() == Tensor.Type.I32) {
                targets.ints()[i] = label[positions[i]];
            } else {
                from.targets(scratch, target);
                copyRow(target, targets, i);
            }
        }
    }

    private static void copyRow(Tensor row, Tensor batch, int at) {
        switch (row.type()) {
            case F32 -> System.arraycopy(row.floats(), 0, batch.floats(), at * row.size(), row.size());
            case U8 -> System.arraycopy(row.bytes(), 0, batch.bytes(), at * row.size(), row.size());
            default -> System.arraycopy(row.ints(), 0, batch.ints(), at * row.size(), row.size());
        }
    }
}
