package org.thaw.api.learner;

import org.osgi.annotation.versioning.ProviderType;
import org.thaw.api.environment.Step;

/**
 * The latest stretch of life of all lanes, in time order. Transition t of a lane leads from {@code from(lane, t)} by
 * {@code decision(lane, t)} to {@code to(lane, t)}, which holds the reward. After a last step the next transition starts from the first step
 * of the next episode, so that none crosses an episode's end. The step at which a task ends is a last one in every lane: an episode that the world would have gone
 * on with is cut off there, with the discount that the world gave. Belongs to the host; valid until the call returns.
 */
@ProviderType
public interface Transitions {
    /** How many lanes. */
    int lanes();

    /** How many transitions each lane has: {@link Agent#horizon()}, fewer at the end of a phase. */
    int length();

    /** The step that was acted in; never a last one. */
    Step from(int lane, int t);

    /** What was decided there, as {@link Policy#act} wrote it. */
    Decision decision(int lane, int t);

    /** The step that it led to; never a first one. */
    Step to(int lane, int t);
}
