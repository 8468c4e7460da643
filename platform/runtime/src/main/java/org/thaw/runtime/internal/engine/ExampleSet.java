package org.thaw.runtime.internal.engine;

import java.util.Arrays;
import java.util.List;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Examples;
import org.thaw.api.environment.TaskStream;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Portion;

/** The examples that an experience selects, by position: which example of which source, under which label. */
final class ExampleSet {
    private static final int CHUNK = 4096;

    private final Signature signature;
    private final Examples[] sources;
    private final int[] source;
    private final int[] index;
    private final int[] label;

    private ExampleSet(Signature signature, Examples[] sources, int[] source, int[] index, int[] label) {
        this.signature = signature;
        this.sources = sources;
        this.source = source;
        this.index = index;
        this.label = label;
    }

    static ExampleSet of(TaskStream stream, Experience.Examples experience) {
        List<ExampleSet> sets = experience.portions().stream().map(portion -> of(stream, experience.split(), portion)).toList();
        ExampleSet set = union(sets);
        if (set.size() == 0) {
            throw new IllegalArgumentException("task " + experience.task() + " has no " + experience.split() + " examples: " + experience.portions());
        }
        return set;
    }

    private static ExampleSet of(TaskStream stream, Experience.Split split, Portion portion) {
        Examples examples = split == Experience.Split.TRAIN ? stream.train(portion.task()) : stream.test(portion.task());
        int n = examples.size();
        int[] index = new int[n];
        int[] label = new int[n];
        boolean categorical = stream.signature().output() instanceof Space.Categorical;
        int[] chunk = new int[CHUNK];
        int kept = 0;
        for (int from = 0; from < n; from += CHUNK) {
            int count = Math.min(CHUNK, n - from);
            int[] labels = new int[count];
            for (int i = 0; i < count; i++) {
                chunk[i] = from + i;
            }
            if (categorical) {
                examples.targets(chunk, Tensor.of(labels, count));
            }
            for (int i = 0; i < count; i++) {
                int at = portion.classes().isEmpty() ? 0 : portion.classes().indexOf(labels[i]);
                if (at >= 0) {
                    index[kept] = from + i;
                    label[kept++] = portion.classes().isEmpty() ? labels[i] : portion.labels().get(at);
                }
            }
        }
        return new ExampleSet(stream.signature(), new Examples[] {examples}, new int[kept], Arrays.copyOf(index, kept), Arrays.copyOf(label, kept));
    }

    static ExampleSet union(List<ExampleSet> sets) {
        if (sets.size() == 1) {
            return sets.get(0);
        }
        List<Examples> sources = sets.stream().flatMap(set -> Arrays.stream(set.sources)).distinct().toList();
        int size = sets.stream().mapToInt(ExampleSet::size).sum();
        int[] source = new int[size];
        int[] index = new int[size];
        int[] label = new int[size];
        int at = 0;
        for (ExampleSet set : sets) {
            for (int i = 0; i < set.size(); i++, at++) {
                source[at] = sources.indexOf(set.sources[set.source[i]]);
                index[at] = set.index[i];
                label[at] = set.label[i];
            }
        }
        return new ExampleSet(sets.get(0).signature, sources.toArray(Examples[]::new), source, index, label);
    }

    int size() {
        return index.length;
    }

    Signature signature() {
        return signature;
    }

    /** Fills a batch with the examples at some positions, as many as it has rows. */
    void read(int[] positions, int[] scratch, Tensor inputs, Tensor targets) {
        int rows = inputs.rows();
        if (sources.length == 1) {
            for (int i = 0; i < rows; i++) {
                scratch[i] = index[positions[i]];
            }
            sources[0].inputs(scratch, inputs);
            targets(scratch, positions, sources[0], targets);
            return;
        }
        Tensor input = signature.input().buffer(1);
        Tensor target = signature.output().buffer(1);
        for (int i = 0; i < rows; i++) {
            scratch[0] = index[positions[i]];
            Examples from = sources[source[positions[i]]];
            from.inputs(scratch, input);
            copyRow(input, inputs, i);
            if (signature.output() instanceof Space.Categorical) {
                targets.ints()[i] = label[positions[i]];
            } else {
                from.targets(scratch, target);
                copyRow(target, targets, i);
            }
        }
    }

    private void targets(int[] indices, int[] positions, Examples from, Tensor targets) {
        if (signature.output() instanceof Space.Categorical) {
            int[] out = targets.ints();
            for (int i = 0; i < out.length; i++) {
                out[i] = label[positions[i]];
            }
        } else {
            from.targets(indices, targets);
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
