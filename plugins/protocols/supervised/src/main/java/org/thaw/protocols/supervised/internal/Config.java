package org.thaw.protocols.supervised.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.thaw.api.Parameter;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;

/** What the three scenarios let an experiment choose. A task is learned in stretches; an evaluation follows each. */
public record Config(
        @Parameter(value = "classes of a task, where the environment is one task to be split by class", byDefault = "2", range = "[1,*)",
                source = "van de Ven & Tolias 2019, split MNIST") int classesPerTask,
        @Parameter(value = "how classes are dealt out to tasks: shuffled by the seed, ascending, or listed", byDefault = "shuffled") ClassSplit.Order classOrder,
        @Parameter(value = "all classes in the order wanted, where classOrder is listed; else empty", byDefault = "[]", range = "[0,*)") List<Integer> classes,
        @Parameter(value = "passes over the training examples of each task; leave it at 1 where iterations are given", byDefault = "1",
                range = "[1,*)") int epochs,
        @Parameter(value = "batches of each task; 0: as many as the epochs have", byDefault = "0", range = "[0,*)") int iterations,
        @Parameter(value = "examples in a batch", byDefault = "128", range = "[1,*)", source = "van de Ven & Tolias 2019") int batch,
        @Parameter(value = "iterations between evaluations within a task, on the tasks met so far; 0: none within tasks", byDefault = "0",
                range = "[0,*)") int evaluateEvery,
        @Parameter(value = "batches after which the accuracy of answers given before learning is written down (online accuracy); 0: no such answers are asked for",
                byDefault = "0", range = "[0,*)") int scoreEvery,
        @Parameter(value = "which tasks are tested before the first and after each; the accuracy matrix needs all", byDefault = "all") Tests tests) {

    /** Which tasks are tested. */
    public enum Tests {
        /** All. */ ALL,
        /** Those met so far. */ MET,
        /** None, also within tasks: for very many tasks, of which only the online accuracy is wanted. */ NONE
    }

    public Config {
        classes = new ClassSplit(classesPerTask, classOrder, classes).classes(); // which refuses what contradicts itself
        if (tests == Tests.NONE && evaluateEvery > 0) {
            throw new IllegalArgumentException("evaluateEvery " + evaluateEvery + ", but tests is none");
        }
        if (iterations > 0 && epochs != 1) {
            throw new IllegalArgumentException("epochs " + epochs + " and iterations " + iterations + ": give one of the two");
        }
    }

    /** How the environment is split by class, if it is one task. */
    ClassSplit split() {
        return new ClassSplit(classesPerTask, classOrder, classes);
    }

    /**
     * The stretches that a task is learned in; the last is shorter where {@code evaluateEvery} does not divide the iterations.
     *
     * @param examples how many the task has; asked only where it matters
     */
    Stretches stretches(LongSupplier examples) {
        if (evaluateEvery == 0) {
            return new Stretches(1, index -> iterations == 0 ? Budget.epochs(epochs) : Budget.iterations(iterations));
        }
        long length = iterations > 0 ? iterations : epochs * ((examples.getAsLong() - 1) / batch + 1);
        return new Stretches((length - 1) / evaluateEvery + 1, index -> Budget.iterations(Math.min(evaluateEvery, length - index * evaluateEvery)));
    }

    /** How many stretches there are, and how long each is. */
    record Stretches(long count, LongFunction<Budget> length) {
    }

    /** How many of the tasks are tested before the first and after each. */
    int tested(int met, int tasks) {
        return switch (tests) {
            case ALL -> tasks;
            case MET -> met;
            case NONE -> 0;
        };
    }

    /** How answers are asked for before learning; empty: not at all. */
    Optional<Experience.TestFirst> testFirst() {
        return scoreEvery == 0 ? Optional.empty() : Optional.of(new Experience.TestFirst(0, scoreEvery, false));
    }
}
