package org.thaw.protocols.supervised.internal;

import java.util.List;
import org.thaw.api.Parameter;

/** What {@link TaskFree} lets an experiment choose. */
public record TaskFreeConfig(
        @Parameter(value = "classes of a task, where the environment is one task to be split by class", byDefault = "2", range = "[1,*)") int classesPerTask,
        @Parameter(value = "how classes are dealt out to tasks: shuffled by the seed, ascending, or listed", byDefault = "shuffled") ClassSplit.Order classOrder,
        @Parameter(value = "all classes in the order wanted, where classOrder is listed; else empty", byDefault = "[]", range = "[0,*)") List<Integer> classes,
        @Parameter(value = "what is to be predicted, where the environment is split by class: the classes, or their positions in their task", byDefault = "classes") Labels labels,
        @Parameter(value = "batches for each task", byDefault = "1000", range = "[1,*)") int iterations,
        @Parameter(value = "examples in a batch, all of one task", byDefault = "10", range = "[1,*)") int batch,
        @Parameter(value = "share of a task's length over which a boundary is blurred; 0: sharp", byDefault = "0.5", range = "[0,1]") double blur,
        @Parameter(value = "batches between evaluations; 0: only before and after the stream", byDefault = "100", range = "[0,*)") int evaluateEvery) {

    /** What is to be predicted. */
    public enum Labels {
        /** The classes themselves. */ CLASSES,
        /** The position of a class within its task: the same labels in all tasks. */ POSITIONS
    }

    public TaskFreeConfig {
        classes = new ClassSplit(classesPerTask, classOrder, classes).classes(); // which refuses what contradicts itself
    }

    /** How the environment is split by class, if it is one task. */
    ClassSplit split() {
        return new ClassSplit(classesPerTask, classOrder, classes);
    }

    /** The probability that batch n, from 0, is of the task after the nearest boundary; 0 and 1 away from it. */
    double later(long n, long boundary) {
        double width = blur * iterations;
        double middle = n + 0.5 - boundary;
        return width == 0 ? (middle > 0 ? 1 : 0) : Math.min(1, Math.max(0, 0.5 + middle / width));
    }
}
