package org.thaw.api.learner;

import org.osgi.annotation.versioning.ProviderType;
import org.thaw.api.environment.Step;

/** Windows of recorded lives, across the borders of episodes. Belongs to the host; valid until the call returns. */
@ProviderType
public interface Sequences {
    /** How many windows. */
    int count();

    /** How many steps a window has: {@link Student#window()}, fewer where a recording is shorter. */
    int length(int window);

    /** How many steps of that life came before the window's first: 0 for a window from its beginning. */
    long start(int window);

    /** A step. */
    Step step(int window, int t);

    /** What was decided in that step; empty (nothing chosen) in the last step of an episode. Visit counts and memo are not recorded, and so never there. */
    Decision decision(int window, int t);
}
