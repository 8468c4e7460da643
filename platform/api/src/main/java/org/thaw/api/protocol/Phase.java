package org.thaw.api.protocol;

import java.util.List;
import org.thaw.api.Cue;
import org.thaw.api.Spec;
import org.thaw.api.learner.Actor;

/** One stretch of a plan. Every phase has a name for progress, logs and outcomes, and says which roles take part. */
public sealed interface Phase {
    /** For people and for {@link Outcomes}; several phases may share one. */
    String name();

    /**
     * A learner meets experience and learns from it. A predictor gets batches; an actor lives in a world, an agent learns from its life, a
     * student studies its own. A role that is frozen meets it just the same and is never asked to learn. An actor keeps its context over all
     * its learning phases: they are one lifetime, whatever the tasks and worlds.
     *
     * @param begin whether a task begins here: the learner's {@code begin} is called. A phase that does not begin goes on where the one before
     *              stopped, in the same pass over the same examples or in the midst of the same episode
     * @param end   whether it ends here: the learner's {@code end} is called, and frozen twins are forked. Episodes that are going on are cut off
     *              before that: none goes on into another task or world
     */
    record Learn(String name, String role, Experience experience, Cue cue, boolean begin, boolean end) implements Phase {
        /** A whole task. */
        public Learn(String name, String role, Experience experience, Cue cue) {
            this(name, role, experience, cue, true, true);
        }
    }

    /**
     * A learner is tested without learning; training is not disturbed: worlds are fresh ones and random streams the evaluation's own.
     *
     * @param context for actors: whether the policy starts with a fresh context or with a copy of the present life's
     * @param rewards for actors: whether the policy sees rewards
     * @param mode    for actors: how it acts
     */
    record Evaluate(String name, String role, Experience experience, Cue cue, Context context, Rewards rewards, Actor.Mode mode) implements Phase {
        /** The usual test: fresh context, visible rewards, acting as well as it can. */
        public Evaluate(String name, String role, Experience experience, Cue cue) {
            this(name, role, experience, cue, Context.FRESH, Rewards.VISIBLE, Actor.Mode.EXPLOIT);
        }
    }

    /** A learning phase whose whole life is kept under a name that later phases, and other runs, can study. */
    record Record(Learn learn, String recording) implements Phase {
        @Override
        public String name() {
            return learn.name();
        }
    }

    /**
     * A student studies recordings.
     *
     * @param recordings names given by {@link Record}
     * @param updates    how many batches of windows
     */
    record Study(String name, String role, List<String> recordings, long updates, Cue cue) implements Phase {
        public Study {
            recordings = List.copyOf(recordings);
        }
    }

    /** Copies a role: learner, contexts, worlds and all random streams. Left alone, the copy stays bit-identical. */
    record Fork(String name, String role, String as) implements Phase {
    }

    /** From here on the role is never asked to learn, and the host checks that everything it saves stays the same. */
    record Freeze(String name, String role) implements Phase {
    }

    /**
     * Puts another learner in the place of a running one.
     *
     * @param carry whether it takes over the state (or else starts fresh)
     */
    record Swap(String name, String role, Spec learner, boolean carry) implements Phase {
    }

    /** What context an evaluated policy starts with. */
    enum Context {
        /** None. */ FRESH,
        /** A copy of that of its present life. */ COPY
    }

    /** What an evaluated policy sees of rewards. */
    enum Rewards {
        /** All. */ VISIBLE,
        /** Zeros. */ HIDDEN
    }
}
