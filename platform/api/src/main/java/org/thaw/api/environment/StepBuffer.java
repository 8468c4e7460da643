package org.thaw.api.environment;

import java.util.Arrays;
import java.util.function.Supplier;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.Tensor;

/**
 * A step to write into. A world fills {@link #observation()} and calls one of {@link #first}, {@link #transition}, {@link #termination},
 * {@link #truncation}, so that an impossible step cannot be built. Whoever looks ahead on a {@link Simulator} makes its own.
 */
public final class StepBuffer implements Step {
    private static final Supplier<Simulator> WITHHELD = () -> {
        throw new IllegalStateException("no simulator: the world has none, or the learner has not declared the privilege SIMULATOR");
    };

    private final Tensor observation;
    private final Action previous;
    private final boolean[] legal;
    private final int lane;
    private Supplier<Simulator> simulator = WITHHELD;
    private Kind kind = Kind.FIRST;
    private double reward;
    private double discount = 1;
    private int player;

    /** A buffer for lane 0. */
    public StepBuffer(Signature signature) {
        this(signature, 0);
    }

    /** A buffer for a lane. */
    public StepBuffer(Signature signature, int lane) {
        this.observation = signature.input().buffer(1);
        this.previous = new Action(signature);
        this.legal = signature.output() instanceof Space.Categorical c ? new boolean[c.count()] : new boolean[0];
        this.lane = lane;
        Arrays.fill(legal, true);
    }

    /** The first step of an episode. */
    public void first() {
        become(Kind.FIRST, 0, 1);
        previous.clear();
    }

    /** A step in between. */
    public void transition(double reward) {
        transition(reward, 1);
    }

    /** A step in between with a discount of its own, in [0, 1]. */
    public void transition(double reward, double discount) {
        become(Kind.MID, reward, discount);
    }

    /** The last step: the episode ended by the world's rules; nothing follows. */
    public void termination(double reward) {
        become(Kind.LAST, reward, 0);
    }

    /** The last step: the episode was cut off; what would have followed still counts. */
    public void truncation(double reward) {
        become(Kind.LAST, reward, 1);
    }

    private void become(Kind kind, double reward, double discount) {
        if (!(discount >= 0 && discount <= 1) || Double.isNaN(reward) || Double.isInfinite(reward)) {
            throw new IllegalArgumentException("reward " + reward + ", discount " + discount + ": expected a finite reward and a discount in [0, 1]");
        }
        this.kind = kind;
        this.reward = reward;
        this.discount = discount;
    }

    /** Says whose turn it is. */
    public void player(int player) {
        this.player = player;
    }

    /** The action that led here; the host sets it after each step, a planner for its own steps. */
    public void previousAction(Action action) {
        previous.copyFrom(action);
    }

    /** Hides the reward from the policy. */
    public void hideReward() {
        reward = 0;
    }

    /** Changes the reward and nothing else, as a wrapper with another rule does. */
    public void reward(double reward) {
        become(kind, reward, discount);
    }

    /** Takes over kind, reward, discount and player of another step: what a wrapper with other observations or actions keeps of an inner world. */
    public void outcomeFrom(Step other) {
        outcome(other.kind(), other.reward(), other.discount(), other.player());
    }

    /** Becomes what a step was that is known from elsewhere, such as a file: for hosts. Of a first step there is no action that led to it. */
    public void outcome(Kind kind, double reward, double discount, int player) {
        become(kind, reward, discount);
        this.player = player;
        if (kind == Kind.FIRST) {
            previous.clear();
        }
    }

    /** Where {@link #simulator()} gets its copies from; for hosts. */
    public void simulator(Supplier<Simulator> copies) {
        simulator = copies;
    }

    /** Takes over all of another step but the lane and the simulator. */
    public void copyFrom(Step other) {
        observation.copyFrom(other.observation());
        previous.copyFrom(other.previousAction());
        System.arraycopy(other.legal(), 0, legal, 0, legal.length);
        outcomeFrom(other);
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public Tensor observation() {
        return observation;
    }

    @Override
    public Action previousAction() {
        return previous;
    }

    @Override
    public double reward() {
        return reward;
    }

    @Override
    public double discount() {
        return discount;
    }

    @Override
    public boolean[] legal() {
        return legal;
    }

    @Override
    public int player() {
        return player;
    }

    @Override
    public int lane() {
        return lane;
    }

    @Override
    public Simulator simulator() {
        return simulator.get();
    }
}
