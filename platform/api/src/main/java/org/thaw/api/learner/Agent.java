package org.thaw.api.learner;

import org.osgi.annotation.versioning.ConsumerType;

/** A reinforcement learner: learns from its own life. */
@ConsumerType
public interface Agent extends Actor {
    /**
     * Learns from the latest transitions of all lanes. Called after the step that completes them: where that ended an episode its policy has
     * observed the last step, and nothing was yet decided for the next one.
     */
    void learn(Transitions transitions);

    /** How many time steps the host gathers for each call of {@link #learn}: 1 for an online learner, the rollout length for PPO. */
    default int horizon() {
        return 1;
    }
}
