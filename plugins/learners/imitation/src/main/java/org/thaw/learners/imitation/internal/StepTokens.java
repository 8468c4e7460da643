package org.thaw.learners.imitation.internal;

import java.util.Arrays;
import java.util.List;
import org.thaw.api.Signature;
import org.thaw.api.environment.Step;

/**
 * One token for a step: [observation, previous observation, previous action, reward, first, last]. Observations are written as {@link Sight} does; the
 * previous action as one value for each action; the reward scaled and bounded; the last two are 1 in the first and the last step of an episode. In a
 * first step there is nothing previous. So a token holds a whole transition and what is seen now: what was done in an observation, and what came of it, can be
 * looked up by attention in one layer. Last steps are tokens like any other: they carry the reward of the episode's last action.
 */
final class StepTokens implements Encoding {
    private static final int REWARD = 0;
    private static final int FIRST = 1;
    private static final int LAST = 2;
    private static final int EXTRA = 3;

    private final Sight observations;
    private final int actions;
    private final RewardScale scale;

    /** @throws IllegalArgumentException if actions are not numbered; {@code plugin} is who needs it, for the message */
    StepTokens(String plugin, Signature signature, RewardScale scale) {
        this(plugin, signature, scale, List.of());
    }

    /** The same; {@code factors} as for {@link Sight}. */
    StepTokens(String plugin, Signature signature, RewardScale scale, List<Integer> factors) {
        observations = new Sight(plugin, signature.input(), factors);
        actions = NumberedActions.of(plugin, signature);
        this.scale = scale;
    }

    @Override
    public int width() {
        return 2 * observations.size() + actions + EXTRA;
    }

    @Override
    public void write(Step step, float[] before, int beforeAt, float[] to, int at) {
        int size = observations.size();
        observations.write(step.observation(), to, at);
        int action = at + 2 * size;
        int extra = action + actions;
        Arrays.fill(to, at + size, extra + EXTRA, 0f);
        if (!step.isFirst() && step.previousAction().chosen()) {
            System.arraycopy(before, beforeAt, to, at + size, size);
            to[action + step.previousAction().index()] = 1;
            to[extra + REWARD] = scale.of(step.reward());
        }
        to[extra + FIRST] = step.isFirst() ? 1 : 0;
        to[extra + LAST] = step.isLast() ? 1 : 0;
    }
}
