package org.thaw.api;

import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * All that the protocol lets a learner know about where it stands. Task-, domain- and class-incremental and task-free learning differ in
 * nothing but their cues. Immutable; made by protocols, handed to learners.
 */
public final class Cue {
    private static final Cue NONE = new Cue(OptionalInt.empty(), new int[0], true);

    /** An object from the beginning: learners ask for it at every step. */
    private final OptionalInt task;
    private final int[] classes;
    private final boolean boundaries;

    private Cue(OptionalInt task, int[] classes, boolean boundaries) {
        this.task = task;
        this.classes = classes;
        this.boundaries = boundaries;
    }

    /** Nothing is told but that a task begins or ends, where the plan has such boundaries. */
    public static Cue none() {
        return NONE;
    }

    /** The same cue, with the task's number, from 0. */
    public Cue withTask(int task) {
        if (task < 0) {
            throw new IllegalArgumentException("a task number is 0 or more, not " + task);
        }
        return new Cue(OptionalInt.of(task), classes, boundaries);
    }

    /** The same cue, with the classes that can occur: outputs for all others may be ruled out. Order does not matter. */
    public Cue withClasses(int... classes) {
        int[] sorted = IntStream.of(classes).sorted().distinct().toArray();
        if (sorted.length == 0 || sorted[0] < 0) {
            throw new IllegalArgumentException("classes " + Arrays.toString(classes) + ": expected at least one, each 0 or more");
        }
        return new Cue(task, sorted, boundaries);
    }

    /**
     * The same cue, but that a task begins or ends is not told: neither {@code begin} nor {@code end} of a learner is called. The plan's boundaries are
     * there for all others: episodes are cut off, frozen twins are forked, metrics hear of them.
     */
    public Cue withoutBoundaries() {
        return new Cue(task, classes, false);
    }

    /** The task's number, if it is told. */
    public OptionalInt task() {
        return task;
    }

    /** Whether the classes that can occur are told. */
    public boolean tellsClasses() {
        return classes.length > 0;
    }

    /** How many classes are told; 0 if it is not told which can occur. */
    public int classCount() {
        return classes.length;
    }

    /** Whether it is told that a task begins or ends. */
    public boolean tellsBoundaries() {
        return boundaries;
    }

    /** The i-th of the classes that can occur, ascending. */
    public int classAt(int i) {
        return classes[i];
    }

    /** Whether a class can occur: true for all if it is not told. */
    public boolean allows(int classIndex) {
        return classes.length == 0 || Arrays.binarySearch(classes, classIndex) >= 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cue cue && task.equals(cue.task) && Arrays.equals(classes, cue.classes) && boundaries == cue.boundaries;
    }

    @Override
    public int hashCode() {
        return Objects.hash(task, Arrays.hashCode(classes), boundaries);
    }

    @Override
    public String toString() {
        return "cue(task " + (task.isEmpty() ? "untold" : task.getAsInt()) + ", classes " + (classes.length == 0 ? "untold" : Arrays.toString(classes))
                + (boundaries ? "" : ", boundaries untold") + ")";
    }
}
