package org.thaw.api.protocol;

import java.util.List;

/**
 * Some of the examples of a task stream: those of one of its tasks whose class is listed, under new labels. A split of MNIST by digits is
 * nothing but portions.
 *
 * @param task    the stream's own task number
 * @param classes the classes to take; empty: all examples, labels as they are
 * @param labels  the label that each listed class is given, in the same order
 */
public record Portion(int task, List<Integer> classes, List<Integer> labels) {
    public Portion {
        classes = List.copyOf(classes);
        labels = List.copyOf(labels);
        if (classes.size() != labels.size()) {
            throw new IllegalArgumentException(classes.size() + " classes but " + labels.size() + " labels");
        }
    }

    /** A whole task of the stream. */
    public static Portion task(int task) {
        return new Portion(task, List.of(), List.of());
    }

    /** The examples of some classes, under their own labels. */
    public static Portion classes(int task, List<Integer> classes) {
        return new Portion(task, classes, classes);
    }
}
