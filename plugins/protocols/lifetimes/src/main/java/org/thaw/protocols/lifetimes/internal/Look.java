package org.thaw.protocols.lifetimes.internal;

import org.thaw.api.Cue;
import org.thaw.api.learner.Actor;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;

/**
 * How a life is looked at: in fresh worlds, without learning.
 *
 * @param episodes of each evaluation; not used where it is counted in steps
 * @param steps    of each evaluation; 0 where it is counted in episodes
 * @param mode     how the agent acts
 * @param context  what its policy starts with
 */
record Look(long episodes, long steps, Actor.Mode mode, Phase.Context context) {
    static final String EPISODES = "episodes of each evaluation; not used with evaluationSteps";
    static final String STEPS = "steps of each evaluation, for worlds whose episodes do not end; 0: it is counted in episodes";
    static final String MODE = "how the agent acts in evaluations: exploit, as well as it can, or explore, as it lives";
    static final String CONTEXT = "what context a policy starts an evaluation with: fresh, or a copy of its present life's";
    static final String TELL = "whether the agent is told the number of the world it is in";
    static final String TELL_BOUNDARY = "whether the agent is told that its stay in a world begins and ends; where it is not, tellTask must be false, too";

    /** An evaluation. */
    Phase.Evaluate in(String name, String role, String world, int task, Cue cue) {
        Budget budget = steps > 0 ? Budget.steps(steps) : Budget.episodes(episodes);
        return new Phase.Evaluate(name, role, new Experience.Life(world, task, budget), cue, context, Phase.Rewards.VISIBLE, mode);
    }

    /** What is told of a task. */
    static Cue cue(boolean tellTask, boolean tellBoundary, int task) {
        Cue cue = tellTask ? Cue.none().withTask(task) : Cue.none();
        return tellBoundary ? cue : cue.withoutBoundaries();
    }

    /**
     * Refuses what contradicts itself.
     *
     * @throws IllegalArgumentException if the number of the world is to be told and that it changes is not
     */
    static void check(boolean tellTask, boolean tellBoundary) {
        if (tellTask && !tellBoundary) {
            throw new IllegalArgumentException("tellTask true and tellBoundary false: who is told the number of its world is told when it changes; expected tellTask false or tellBoundary true");
        }
    }
}
