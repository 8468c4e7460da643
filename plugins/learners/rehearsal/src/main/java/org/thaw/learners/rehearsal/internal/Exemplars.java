package org.thaw.learners.rehearsal.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.thaw.api.RandomStream;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;

/** Exemplars of each class, in order of importance: the first m of a class are its best m. */
final class Exemplars implements Stateful {
    private final int width;
    private final List<List<float[]>> byClass = new ArrayList<>();
    /** All of them, class after class, for drawing. */
    private final List<float[]> inputs = new ArrayList<>();
    private int[] labels = {};

    /** @param width how many numbers an example has */
    Exemplars(int classes, int width) {
        this.width = width;
        for (int c = 0; c < classes; c++) {
            byClass.add(List.of());
        }
    }

    /** Those of a class; empty if it has none. */
    List<float[]> of(int label) {
        return byClass.get(label);
    }

    /** Replaces those of a class. */
    void set(int label, List<float[]> exemplars) {
        byClass.set(label, List.copyOf(exemplars));
        index();
    }

    /** Keeps at most so many of each class: its first. */
    void reduce(int most) {
        byClass.replaceAll(own -> own.size() > most ? List.copyOf(own.subList(0, most)) : own);
        index();
    }

    private void index() {
        inputs.clear();
        labels = new int[byClass.stream().mapToInt(List::size).sum()];
        for (int c = 0; c < byClass.size(); c++) {
            for (float[] exemplar : byClass.get(c)) {
                labels[inputs.size()] = c;
                inputs.add(exemplar);
            }
        }
    }

    /** How many there are. */
    int size() {
        return labels.length;
    }

    /** Draws rows uniformly, with replacement. */
    void draw(RandomStream random, Tensor x, Tensor y) {
        for (int row = 0; row < x.rows(); row++) {
            int i = random.nextInt(labels.length);
            System.arraycopy(inputs.get(i), 0, x.floats(), row * width, width);
            y.ints()[row] = labels[i];
        }
    }

    @Override
    public void save(StateWriter out) {
        float[] flat = new float[labels.length * width];
        for (int i = 0; i < labels.length; i++) {
            System.arraycopy(inputs.get(i), 0, flat, i * width, width);
        }
        out.tensor(StateKind.MEMORY, "exemplars", Tensor.of(flat, labels.length, width));
        out.tensor(StateKind.MEMORY, "labels", Tensor.of(labels, labels.length));
    }

    @Override
    public void restore(StateReader in) {
        float[] flat = in.tensor("exemplars").floats();
        int[] saved = in.tensor("labels").ints();
        List<List<float[]>> lists = new ArrayList<>();
        byClass.forEach(own -> lists.add(new ArrayList<>()));
        for (int i = 0; i < saved.length; i++) {
            lists.get(saved[i]).add(Arrays.copyOfRange(flat, i * width, (i + 1) * width));
        }
        for (int c = 0; c < lists.size(); c++) {
            byClass.set(c, List.copyOf(lists.get(c)));
        }
        index();
    }
}
