package org.thaw.toolkit.replay;

import java.util.Arrays;
import java.util.List;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Stateful;
import org.thaw.api.environment.Step;

/**
 * The replay memory of an agent with discrete actions (Lin 1992; Mnih et al. 2015): the latest transitions of all its lanes. Each observation is stored once,
 * in a byte for each number where that loses nothing; returns over several steps are put together when they are drawn, across neither the end of an episode nor
 * the seam of two lives. Terminations end a return with nothing to follow; where an episode was cut off, the estimate of its last step follows.
 */
public final class TransitionMemory implements Stateful {
    private final LaneMemory[] lanes;
    private final int width;
    private final int choices;
    private final int frames;

    /**
     * An empty one.
     *
     * @param capacity how many steps of all lanes it holds, last steps of episodes that were cut off included
     * @param frames   observations are stacks of so many frames along their last axis, the newest one last, of which each is stored once; 1: they are not
     * @throws IllegalArgumentException if the capacity is too small for the lanes or the last axis has not as many places as there are frames
     */
    public TransitionMemory(Signature signature, int capacity, int frames) {
        this.frames = frames;
        choices = signature.choices();
        int each = capacity / signature.lanes();
        if (each < frames + 2) {
            throw new IllegalArgumentException("a replay memory of " + capacity + " steps is too small for " + signature.lanes() + " lanes");
        }
        List<Integer> shape = signature.input().shape();
        if (frames > 1 && (shape.isEmpty() || shape.get(shape.size() - 1) != frames)) {
            throw new IllegalArgumentException("observations are not stacks of " + frames + " frames along their last axis, but " + signature.input());
        }
        lanes = new LaneMemory[signature.lanes()];
        int numbers = 0;
        for (int lane = 0; lane < lanes.length; lane++) {
            ObservationStore store = new ObservationStore(signature.input(), each, frames);
            lanes[lane] = new LaneMemory(store, each, frames, choices);
            numbers = store.width();
        }
        width = numbers;
    }

    /** Stores one transition of a lane. */
    public void add(int lane, Step from, int action, Step to) {
        lanes[lane].add(from, action, to);
    }

    /** How many transitions are stored. */
    public int transitions() {
        int sum = 0;
        for (LaneMemory lane : lanes) {
            sum += lane.transitions();
        }
        return sum;
    }

    /** Whether there is something to draw for sure: in each lane the newest n − 1 transitions are not complete yet. */
    public boolean ready(Horizon horizon) {
        return transitions() > lanes.length * (horizon.steps() - 1 + frames - 1);
    }

    /** An empty batch for {@link #draw}. */
    public TransitionBatch batch(int rows) {
        return new TransitionBatch(rows, width, choices);
    }

    /** Fills a batch with transitions drawn uniformly, with replacement. @throws IllegalStateException if the memory is not {@link #ready} */
    public void draw(Horizon horizon, RandomStream random, TransitionBatch batch) {
        if (!ready(horizon)) {
            throw new IllegalStateException("the replay memory holds " + transitions() + " transitions: too few for returns over " + horizon.steps() + " steps");
        }
        int slots = 0;
        for (LaneMemory lane : lanes) {
            slots += lane.stored();
        }
        for (int row = 0; row < batch.rows(); row++) {
            while (!draw(random.nextInt(slots), horizon, batch, row)) {
                // a step in which nothing was decided, or whose return is not complete
            }
        }
    }

    /** An empty batch of stretches for {@link #draw(RandomStream, TransitionWindows)}. */
    public TransitionWindows windows(int rows, int length) {
        if (rows < 1 || length < 1) {
            throw new IllegalArgumentException(rows + " rows of " + length + " steps: expected at least one of each");
        }
        return new TransitionWindows(rows, length, width, choices);
    }

    /** Fills a batch with stretches that begin anywhere, drawn uniformly, with replacement. @throws IllegalStateException if there is nothing to draw for sure */
    public void draw(RandomStream random, TransitionWindows batch) {
        if (transitions() <= lanes.length * (frames - 1)) {
            throw new IllegalStateException("the replay memory holds " + transitions() + " transitions: too few to draw from");
        }
        Arrays.fill(batch.states(), 0);
        Arrays.fill(batch.actions(), 0);
        Arrays.fill(batch.rewards(), 0);
        Arrays.fill(batch.discounts(), 0);
        int slots = 0;
        for (LaneMemory lane : lanes) {
            slots += lane.stored();
        }
        for (int row = 0; row < batch.rows(); row++) {
            while (!draw(random.nextInt(slots), batch, row)) {
                // a step in which nothing was decided
            }
        }
    }

    private boolean draw(int index, TransitionWindows batch, int row) {
        int lane = 0;
        int age = index;
        while (age >= lanes[lane].stored()) {
            age -= lanes[lane++].stored();
        }
        if (!lanes[lane].begins(age)) {
            return false;
        }
        lanes[lane].follow(lanes[lane].slot(age), batch, row);
        return true;
    }

    private boolean draw(int index, Horizon horizon, TransitionBatch batch, int row) {
        int lane = 0;
        int age = index;
        while (age >= lanes[lane].stored()) {
            age -= lanes[lane++].stored();
        }
        return lanes[lane].begins(age) && lanes[lane].follow(lanes[lane].slot(age), horizon, batch, row);
    }

    @Override
    public void save(StateWriter out) {
        for (int lane = 0; lane < lanes.length; lane++) {
            out.part("lane-" + lane, lanes[lane]);
        }
    }

    /** @throws IllegalArgumentException if the saved memory has another capacity or fewer lanes */
    @Override
    public void restore(StateReader in) {
        for (int lane = 0; lane < lanes.length; lane++) {
            in.part("lane-" + lane, lanes[lane]);
        }
    }
}
