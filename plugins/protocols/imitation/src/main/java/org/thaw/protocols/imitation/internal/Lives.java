package org.thaw.protocols.imitation.internal;

import static org.thaw.api.protocol.Role.ENVIRONMENT;

import org.thaw.api.Cue;
import org.thaw.api.learner.Actor;
import org.thaw.api.protocol.Budget;
import org.thaw.api.protocol.Experience;
import org.thaw.api.protocol.Phase;

/** The phases that lives are made of. Nobody is told anything but that tasks begin and end. */
final class Lives {
    private Lives() {
    }

    /** A life from its beginning to its end. */
    static Phase.Learn whole(String name, String role, String world, int task, long steps) {
        return part(name, role, world, task, steps, true, true);
    }

    /** A stretch of a life. */
    static Phase.Learn part(String name, String role, String world, int task, long steps, boolean begin, boolean end) {
        return new Phase.Learn(name, role, new Experience.Life(world, task, Budget.steps(steps)), Cue.none(), begin, end);
    }

    /** Takes over the teacher's life so far as a context: a task begins, which may go on. */
    static Phase.Learn follow(String role, int task, String recording, long steps, boolean end) {
        return new Phase.Learn("follow", role, new Experience.Following(ENVIRONMENT, task, recording, Budget.steps(steps)), Cue.none(), true, end);
    }

    /** Compares, step by step, what one would have done with what another did. */
    static Phase.Evaluate compare(String name, String role, int task, String recording, long steps) {
        return new Phase.Evaluate(name, role, new Experience.Following(ENVIRONMENT, task, recording, Budget.steps(steps)), Cue.none(), Phase.Context.COPY,
                Phase.Rewards.VISIBLE, Actor.Mode.EXPLORE);
    }
}
