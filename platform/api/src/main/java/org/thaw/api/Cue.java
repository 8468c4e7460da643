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
    private static final int UNTOLD = -1;
    private static final Cue NONE = new Cue(UNTOLD, new int[0]);

    private final int task;
    private final int[] classes;

    private Cue(int task, int[] classes) {
        this.task = task;
        this.classes = classes;
    }

    /** Nothing is told. */
    public static Cue none() {
        return NONE;
    }

    /** The same cue, with the task's number, from 0. */
    public Cue withTask(int task) {
        if (task < 0) {
            throw new IllegalArgumentException("a task number is 0 or more, not " + task);
        }
        return new Cue(task, classes);
    }

    /** The same cue, with the classes that can occur: outputs for all others may be ruled out. Order does not matter. */
    public Cue withClasses(int... classes) {
        int[] sorted = IntStream.of(classes).sorted().distinct().toArray();
        if (sorted.length == 0 || sorted[0] < 0) {
            throw new IllegalArgumentException("classes " + Arrays.toString(classes) + ": expected at least one, each 0 or more");
        }
        return new Cue(task, sorted);
    }

    /** The task's number, if it is told. */
    public OptionalInt task() {
        return task == UNTOLD ? OptionalInt.empty() : OptionalInt.of(task);
    }

    /** Whether the classes that can occur are told. */
    public boolean tellsClasses() {
        return classes.length > 0;
    }

    /** How many classes are told; 0 if it is not told which can occur. */
    public int classCount() {
        return classes.length;
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
        return other instanceof Cue cue && task == cue.task && Arrays.equals(classes, cue.classes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(task, Arrays.hashCode(classes));
    }

    @Override
    public String toString() {
        return "cue(task " + (task == UNTOLD ? "untold" : task) + ", classes " + (classes.length == 0 ? "untold" : Arrays.toString(classes)) + ")";
    }
}
