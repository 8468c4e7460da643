package org.thaw.environments.control.internal;

import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.Drawable;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;

/**
 * What the systems of this family share: a state of real numbers, kept in double precision and observed in single, and a limit of time. An
 * episode that its own rules end in the very step of the limit is terminated, not cut off. Sines and cosines are StrictMath's, so that lives
 * are the same on every machine; they may differ from another library's in the last bit.
 */
abstract class Plant implements World, Drawable {
    /** The software whose equations and constants these are. */
    static final String GYMNASIUM = "; equations and constants of Gymnasium 1.x (Farama Foundation), classic_control";

    /** The state; what its elements are, each system says. */
    final double[] state;
    private final Signature signature;
    private final RandomStream starts;
    private final int maxSteps;
    private int steps;

    /** How long the present episode is. */
    public record Elapsed(int steps) {
    }

    /**
     * A system at rest.
     *
     * @param maxSteps steps after which an episode is cut off; 0: never
     * @param starts   where the states come from that episodes begin in
     */
    Plant(Signature signature, int variables, int maxSteps, RandomStream starts) {
        this.signature = signature;
        this.state = new double[variables];
        this.maxSteps = maxSteps;
        this.starts = starts;
    }

    /** Draws the state that an episode begins in. */
    abstract void start(RandomStream random);

    /** Moves on by one step and returns the reward. */
    abstract double advance(Action action);

    /** Whether the present state ends the episode. */
    abstract boolean ended();

    /** Writes the observation of the present state. */
    abstract void observe(float[] out);

    /** Goes to a state of one's choice, as the first of an episode. */
    final void place(double... chosen) {
        System.arraycopy(chosen, 0, state, 0, state.length);
        steps = 0;
    }

    @Override
    public final Signature signature() {
        return signature;
    }

    @Override
    public final void reset(StepBuffer out) {
        steps = 0;
        start(starts);
        observe(out.observation().floats());
        out.first();
    }

    @Override
    public final void step(Action action, StepBuffer out) {
        double reward = advance(action);
        steps++;
        observe(out.observation().floats());
        if (ended()) {
            out.termination(reward);
        } else if (steps == maxSteps) {
            out.truncation(reward);
        } else {
            out.transition(reward);
        }
    }

    @Override
    public final void save(StateWriter out) {
        out.tensor(StateKind.MEMORY, "state", Tensor.of(state, state.length));
        out.record(StateKind.MEMORY, "elapsed", new Elapsed(steps));
    }

    @Override
    public final void restore(StateReader in) {
        Tensor saved = in.tensor("state");
        Elapsed elapsed = in.record("elapsed", Elapsed.class);
        if (elapsed.steps() < 0) {
            throw new IllegalArgumentException("elapsed: " + elapsed.steps() + " steps, expected 0 or more");
        }
        Tensor.of(state, state.length).copyFrom(saved);
        steps = elapsed.steps();
    }

    static double uniform(RandomStream random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    static double clip(double value, double low, double high) {
        return Math.min(Math.max(value, low), high);
    }
}
