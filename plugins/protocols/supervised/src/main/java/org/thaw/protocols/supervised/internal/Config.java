package org.thaw.protocols.supervised.internal;

import java.util.HashSet;
import java.util.List;
import org.thaw.api.Parameter;
import org.thaw.api.protocol.Budget;

/** What the three scenarios let an experiment choose. A task is learned in stretches; an evaluation follows each. */
public record Config(
        @Parameter(value = "classes of a task, where the environment is one task to be split by class", byDefault = "2", range = "[1,*)",
                source = "van de Ven & Tolias 2019, split MNIST") int classesPerTask,
        @Parameter(value = "how classes are dealt out to tasks: shuffled by the seed, ascending, or listed", byDefault = "shuffled") Order classOrder,
        @Parameter(value = "all classes in the order wanted, where classOrder is listed; else empty", byDefault = "[]", range = "[0,*)") List<Integer> classes,
        @Parameter(value = "passes over the training examples of each task; leave it at 1 where iterations are given", byDefault = "1",
                range = "[1,*)") int epochs,
        @Parameter(value = "batches of each task; 0: as many as the epochs have", byDefault = "0", range = "[0,*)") int iterations,
        @Parameter(value = "examples in a batch", byDefault = "128", range = "[1,*)", source = "van de Ven & Tolias 2019") int batch,
        @Parameter(value = "iterations between evaluations within a task, on the tasks met so far; 0: none within tasks", byDefault = "0",
                range = "[0,*)") int evaluateEvery) {

    /** How classes are dealt out to tasks. */
    public enum Order {
        /** In a random order that depends on the seed alone. */ SHUFFLED,
        /** 0, 1, 2 … */ ASCENDING,
        /** As {@link #classes()} lists them. */ LISTED
    }

    public Config {
        classes = List.copyOf(classes);
        if (classes.isEmpty() == (classOrder == Order.LISTED)) {
            throw new IllegalArgumentException(classes.isEmpty() ? "classOrder is listed, so classes must list all classes in the order wanted"
                    : "classes " + classes + " are given, so classOrder must be listed");
        }
        if (new HashSet<>(classes).size() < classes.size()) {
            throw new IllegalArgumentException("classes " + classes + " lists a class twice");
        }
        if (iterations > 0 && epochs != 1) {
            throw new IllegalArgumentException("epochs " + epochs + " and iterations " + iterations + ": give one of the two");
        }
        if (evaluateEvery > 0 && iterations == 0) {
            throw new IllegalArgumentException("evaluateEvery " + evaluateEvery + " counts iterations, so the task's length must be given in iterations too");
        }
    }

    /** Classes in the seed's order or ascending. */
    Config(int classesPerTask, Order classOrder, int epochs, int iterations, int batch, int evaluateEvery) {
        this(classesPerTask, classOrder, List.of(), epochs, iterations, batch, evaluateEvery);
    }

    /** How many examples are tested at once: few only slow a test down. */
    int testBatch() {
        return Math.max(batch, 128);
    }

    /** How many stretches a task is learned in. */
    int stretches() {
        return evaluateEvery == 0 ? 1 : (iterations - 1) / evaluateEvery + 1;
    }

    /** The length of one of them; the last is shorter where {@code evaluateEvery} does not divide the iterations. */
    Budget stretch(int index) {
        if (iterations == 0) {
            return Budget.epochs(epochs);
        }
        return Budget.iterations(evaluateEvery == 0 ? iterations : Math.min(evaluateEvery, iterations - index * evaluateEvery));
    }
}
