package org.thaw.toolkit;

import java.util.Arrays;
import org.thaw.api.Cue;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;

/**
 * A replay memory of limited capacity: labelled examples, each with the cue under which it was met. A {@link Selection} decides what it keeps;
 * it draws uniformly, with replacement. Randomness comes from the caller's stream.
 */
public final class ReplayMemory implements Stateful {
    private static final int[] NO_QUOTA = {};

    private final int capacity;
    private final Selection selection;
    private final Signature signature;
    private final Tensor inputs;
    private final Tensor targets;
    private final int[] labels;
    private final int[] cueNumbers;
    private final Cues cues = new Cues();
    private final RowBuffers<Replay> replays;
    private int stored;

    /**
     * An empty memory.
     *
     * @param input     space of the inputs
     * @param output    space of the targets; categorical where the selection looks at classes
     * @param capacity  how many examples can be stored, from 1
     * @param selection decides which ones are
     */
    public ReplayMemory(Space input, Space output, int capacity, Selection selection) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a replay memory holds at least 1 example, not " + capacity);
        }
        this.capacity = capacity;
        this.selection = selection;
        this.signature = new Signature(input, output);
        this.inputs = input.buffer(capacity);
        this.targets = output.buffer(capacity);
        this.labels = output instanceof Space.Categorical ? targets.ints() : new int[capacity];
        this.cueNumbers = new int[capacity];
        this.replays = new RowBuffers<>(n -> new Replay(input.buffer(n), output.buffer(n), new Cue[n]));
    }

    /** How many examples are stored. */
    public int size() {
        return stored;
    }

    /** Offers each example of a batch in turn. @throws IllegalArgumentException if the batch is not of this memory's spaces */
    public void offer(Tensor newInputs, Tensor newTargets, Cue cue, RandomStream random) {
        offer(newInputs, newTargets, cue, NO_QUOTA, random);
    }

    /**
     * Offers each example of a batch in turn whose class has a quota left.
     *
     * @param quota how many examples of each class may still be offered: counted down; empty for any number
     * @throws IllegalArgumentException if the batch is not of this memory's spaces
     */
    public void offer(Tensor newInputs, Tensor newTargets, Cue cue, int[] quota, RandomStream random) {
        signature.check(newInputs, newTargets);
        int number = cues.number(cue);
        boolean labelled = newTargets.type() == Tensor.Type.I32;
        for (int row = 0; row < newInputs.rows(); row++) {
            int label = labelled ? newTargets.ints()[row] : 0;
            if (quota.length > 0 && quota[label]-- <= 0) {
                continue;
            }
            int slot = selection.place(label, labels, stored, random);
            if (slot == Selection.DISCARD) {
                continue;
            }
            Rows.copy(newInputs, row, inputs, slot);
            Rows.copy(newTargets, row, targets, slot);
            cueNumbers[slot] = number;
            stored = Math.max(stored, slot + 1);
        }
    }

    /** Draws examples. @throws IllegalStateException if none is stored */
    public Replay draw(int count, RandomStream random) {
        if (stored == 0) {
            throw new IllegalStateException("the replay memory is empty");
        }
        Replay replay = replays.rows(count);
        for (int row = 0; row < count; row++) {
            copy(random.nextInt(stored), replay, row);
        }
        return replay;
    }

    /**
     * The examples in some slots.
     *
     * @param slots which ones, each below {@link #size()}
     * @param from  index of the first slot to take
     * @param count how many to take, from 1
     */
    public Replay pick(int[] slots, int from, int count) {
        Replay replay = replays.rows(count);
        for (int row = 0; row < count; row++) {
            copy(slots[from + row], replay, row);
        }
        return replay;
    }

    /** Everything stored, slot after slot. @throws IllegalStateException if nothing is */
    public Replay all() {
        if (stored == 0) {
            throw new IllegalStateException("the replay memory is empty");
        }
        Replay replay = replays.rows(stored);
        for (int slot = 0; slot < stored; slot++) {
            copy(slot, replay, slot);
        }
        return replay;
    }

    private void copy(int slot, Replay replay, int row) {
        Rows.copy(inputs, slot, replay.inputs(), row);
        Rows.copy(targets, slot, replay.targets(), row);
        replay.cues()[row] = cues.cue(cueNumbers[slot]);
    }

    @Override
    public void save(StateWriter out) {
        out.tensor(StateKind.MEMORY, "inputs", Rows.first(inputs, stored));
        out.tensor(StateKind.MEMORY, "targets", Rows.first(targets, stored));
        out.tensor(StateKind.MEMORY, "cue-numbers", Tensor.of(Arrays.copyOf(cueNumbers, stored), stored));
        out.part("cue-table", cues);
        out.part("selection", selection);
    }

    /** @throws IllegalArgumentException if what was saved does not fit into the capacity */
    @Override
    public void restore(StateReader in) {
        int[] numbers = in.tensor("cue-numbers").ints();
        if (numbers.length > capacity) {
            throw new IllegalArgumentException("the saved memory holds " + numbers.length + " examples, this one has room for " + capacity);
        }
        stored = numbers.length;
        System.arraycopy(numbers, 0, cueNumbers, 0, stored);
        Tensor savedInputs = in.tensor("inputs");
        Tensor savedTargets = in.tensor("targets");
        for (int row = 0; row < stored; row++) {
            Rows.copy(savedInputs, row, inputs, row);
            Rows.copy(savedTargets, row, targets, row);
        }
        in.part("cue-table", cues);
        in.part("selection", selection);
    }
}
