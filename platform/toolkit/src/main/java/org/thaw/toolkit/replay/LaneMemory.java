package org.thaw.toolkit.replay;

import java.util.Arrays;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Step;

/**
 * The latest steps of one life, in a ring: a slot for each, with its observation, the action taken in it, and the reward and discount that followed. The
 * next slot is the next step. A slot without an action is the last step of an episode that was cut off, a frame from before the first step, or the newest step.
 */
final class LaneMemory implements Stateful {
    private static final int NONE = -1;

    private final int capacity;
    private final int frames;
    private final int choices;
    private final ObservationStore observations;
    private final int[] actions;
    private final float[] rewards;
    private final float[] discounts;
    private final byte[] legal;
    private int end;
    private int stored;
    private int transitions;
    private boolean open;

    LaneMemory(ObservationStore observations, int capacity, int frames, int choices) {
        this.observations = observations;
        this.capacity = capacity;
        this.frames = frames;
        this.choices = choices;
        actions = new int[capacity];
        rewards = new float[capacity];
        discounts = new float[capacity];
        legal = new byte[capacity * choices];
    }

    /** How many slots are in use. */
    int stored() {
        return stored;
    }

    /** How many transitions are stored. */
    int transitions() {
        return transitions;
    }

    /** Stores a transition. */
    void add(Step from, int action, Step to) {
        // the same life may come in pieces: another world in between, a learner that was exchanged
        if (!open || from.isFirst() || !observations.holds(newest(), from.observation(), frames - 1)) {
            for (int frame = 0; frame < frames; frame++) {
                observations.write(push(from), from.observation(), frame);
            }
        }
        int slot = newest();
        actions[slot] = action;
        rewards[slot] = (float) to.reward();
        discounts[slot] = (float) to.discount();
        transitions++;
        open = !to.isLast();
        // nothing is ever asked about what follows a termination
        if (open || to.discount() > 0) {
            observations.write(push(to), to.observation(), frames - 1);
        }
    }

    private int newest() {
        return (end + capacity - 1) % capacity;
    }

    private int push(Step step) {
        int slot = end;
        if (stored == capacity) {
            transitions -= actions[slot] == NONE ? 0 : 1;
        } else {
            stored++;
        }
        end = (end + 1) % capacity;
        actions[slot] = NONE;
        rewards[slot] = 0;
        discounts[slot] = 0;
        for (int a = 0; a < choices; a++) {
            legal[slot * choices + a] = (byte) (step.legal()[a] ? 1 : 0);
        }
        return slot;
    }

    /** The slot that many steps after the oldest. */
    int slot(int age) {
        return (end - stored + age + capacity) % capacity;
    }

    /** Whether a transition begins there, and all that its observation is made of is still stored. */
    boolean begins(int age) {
        return age >= frames - 1 && actions[slot(age)] != NONE;
    }

    /**
     * Follows the life for up to n steps: {@code R = Σ_k (Π γ d) r} until the episode ends, and the step from which to go on estimating.
     *
     * @return whether all of it has been lived
     */
    boolean follow(int slot, Horizon horizon, TransitionBatch batch, int row) {
        double sum = 0;
        double factor = 1;
        int at = slot;
        for (int k = 0; k < horizon.steps() && factor != 0; k++) {
            sum += factor * horizon.limited(rewards[at]);
            factor *= horizon.discount() * discounts[at];
            if (factor != 0) {
                at = (at + 1) % capacity;
                if (actions[at] == NONE) {
                    if (k + 1 < horizon.steps() && open && at == newest()) {
                        return false;
                    }
                    break;
                }
            }
        }
        batch.actions()[row] = actions[slot];
        batch.returns()[row] = (float) sum;
        batch.discounts()[row] = (float) factor;
        read(slot, batch.states(), row);
        readNext(factor == 0 ? NONE : at, batch, row);
        return true;
    }

    private void readNext(int slot, TransitionBatch batch, int row) {
        if (slot == NONE) {
            Arrays.fill(batch.nextStates(), row * batch.width(), (row + 1) * batch.width(), 0);
        } else {
            read(slot, batch.nextStates(), row);
        }
        readLegal(slot, batch.nextLegal(), row);
    }

    /** Follows the life step by step, for as many steps as the batch has room for, or until the episode ends or nothing more has been lived. */
    void follow(int slot, TransitionWindows batch, int row) {
        int at = slot;
        int steps = 0;
        boolean goesOn = true;
        read(slot, batch.states(), row);
        while (goesOn) {
            int step = steps++ * batch.rows() + row;
            batch.actions()[step] = actions[at];
            batch.rewards()[step] = rewards[at];
            batch.discounts()[step] = discounts[at];
            goesOn = discounts[at] != 0;
            if (goesOn) {
                at = (at + 1) % capacity;
                read(at, batch.states(), step + batch.rows());
                goesOn = steps < batch.length() && actions[at] != NONE;
            }
        }
        batch.lengths()[row] = steps;
        readLegal(batch.terminated(row) ? NONE : at, batch.lastLegal(), row);
    }

    private void readLegal(int slot, boolean[] to, int row) {
        for (int a = 0; a < choices; a++) {
            to[row * choices + a] = slot == NONE || legal[slot * choices + a] != 0;
        }
    }

    /** Writes the observation of a slot as a row of numbers. */
    void read(int slot, float[] to, int row) {
        for (int frame = 0; frame < frames; frame++) {
            observations.read((slot - frames + 1 + frame + capacity) % capacity, to, row * observations.width(), frame);
        }
    }

    /** What is saved beside the tensors. */
    public record Progress(int capacity, int end, int stored, int transitions, boolean open) {
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.MEMORY, "progress", new Progress(capacity, end, stored, transitions, open));
        out.tensor(StateKind.MEMORY, "actions", Tensor.of(Arrays.copyOf(actions, stored), stored));
        out.tensor(StateKind.MEMORY, "rewards", Tensor.of(Arrays.copyOf(rewards, stored), stored));
        out.tensor(StateKind.MEMORY, "discounts", Tensor.of(Arrays.copyOf(discounts, stored), stored));
        out.tensor(StateKind.MEMORY, "legal", Tensor.of(Arrays.copyOf(legal, stored * choices), stored, choices));
        observations.save(out, stored);
    }

    /** @throws IllegalArgumentException if the saved memory has another capacity */
    @Override
    public void restore(StateReader in) {
        Progress progress = in.record("progress", Progress.class);
        if (progress.capacity() != capacity) {
            throw new IllegalArgumentException("the saved replay memory has room for " + progress.capacity() + " steps of each lane, this one for " + capacity);
        }
        end = progress.end();
        stored = progress.stored();
        transitions = progress.transitions();
        open = progress.open();
        System.arraycopy(in.tensor("actions").ints(), 0, actions, 0, stored);
        System.arraycopy(in.tensor("rewards").floats(), 0, rewards, 0, stored);
        System.arraycopy(in.tensor("discounts").floats(), 0, discounts, 0, stored);
        System.arraycopy(in.tensor("legal").bytes(), 0, legal, 0, stored * choices);
        observations.restore(in, stored);
    }
}
