package org.thaw.learners.rehearsal.internal;

import java.util.Arrays;
import org.thaw.api.Context;
import org.thaw.api.Cue;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Batches;
import org.thaw.api.environment.Data;
import org.thaw.toolkit.Classifier;
import org.thaw.toolkit.Replay;
import org.thaw.toolkit.ReplayMemory;

/**
 * A replay memory and when it is filled. Where tasks have boundaries, a task enters at its end: each example is offered once or, with a budget
 * per class, so many of each class, drawn at random (van de Ven, Tuytelaars and Tolias 2022, whose classes of different tasks are different ones
 * even where they share a label). Where tasks have no boundaries, each batch enters after its step (Chaudhry et al. 2019).
 */
final class Episodes implements Stateful {
    private static final int BATCH = 128;

    private final ReplayMemory memory;
    private final int perClass;
    private final int[] quota;
    private final Context context;
    private boolean bounded;
    private long ended;
    private long fillings;

    /**
     * @param perClass the budget per class; 0: none
     * @param classes  how many classes there are
     */
    Episodes(ReplayMemory memory, int perClass, int classes, Context context) {
        this.memory = memory;
        this.perClass = perClass;
        this.quota = new int[perClass > 0 ? classes : 0];
        this.context = context;
    }

    /** A task begins: there are boundaries. */
    void begin() {
        if (!bounded) {
            bounded = true;
            fillings++;
        }
    }

    /** A step on this batch was taken. */
    void after(Tensor inputs, Tensor targets, Cue cue) {
        if (!bounded) {
            memory.offer(inputs, targets, cue, context.random("memory"));
        }
    }

    /** A task ends. */
    void end(Cue cue, Data data) {
        Arrays.fill(quota, perClass);
        Batches task = data.shuffled(BATCH, context.random("memory"));
        while (task.next()) {
            memory.offer(task.inputs(), task.targets(), cue, quota, context.random("memory"));
        }
        // a learner swapped in during a task has not met its beginning
        bounded = true;
        ended++;
        fillings++;
    }

    /** Whether nothing is stored yet. */
    boolean empty() {
        return memory.size() == 0;
    }

    /** The weight of the new batch: 1/N, where N counts the tasks with the present one; one half where they cannot be counted. */
    double share() {
        return empty() ? 1 : bounded ? 1.0 / (ended + 1) : 0.5;
    }

    /** Stored examples, drawn with replacement. */
    Replay draw(int rows) {
        return memory.draw(rows, context.random("replay"));
    }

    /** Adds {@code weight} times the gradient of the mean loss on replayed examples; returns that loss, weighted. */
    static double accumulate(Classifier classifier, Replay old, Cue cue, double weight) {
        return classifier.accumulate(old.inputs(), old.targets(), classifier.masks().replayed(old.cues(), cue), weight);
    }

    /** Changes of what is saved besides steps. */
    long fillings() {
        return fillings;
    }

    /** What is saved beside the memory. */
    public record Progress(boolean bounded, long ended, long fillings) {
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.MEMORY, "progress", new Progress(bounded, ended, fillings));
        out.part("memory", memory);
    }

    /** Stays fresh where another learner's state has no such part. */
    @Override
    public void restore(StateReader in) {
        if (in.has("progress")) {
            Progress progress = in.record("progress", Progress.class);
            bounded = progress.bounded();
            ended = progress.ended();
            fillings = progress.fillings();
            in.part("memory", memory);
        }
    }
}
