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
     * student studies its own. Following a recording only extends an actor's context: it sees another's life as if it were its own. A role that is frozen meets it just the same and is never asked to learn. An actor keeps its context over all
     * its learning phases: they are one lifetime, whatever the tasks and worlds.
     *
     * @param begin whether a task begins here: the learner's {@code begin} is called, if the cue tells boundaries. A phase that does not begin goes on where the one before
     *              stopped, in the same pass over the same examples or in the midst of the same episode
     * @param end   whether it ends here: the learner's {@code end} is called, if the cue tells boundaries, and frozen twins are forked. Episodes that are going on are cut off
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

    /**
     * A learning phase whose whole life is kept under a name that later phases can study and follow. Phases that record under one name add to it:
     * one life for each phase and lane.
     *
     * @param recording letters, digits, dots, hyphens and underscores
     */
    record Record(Learn learn, String recording) implements Phase {
        public Record {
            if (!recording.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
                throw new IllegalArgumentException("the name of a recording has letters, digits, dots, hyphens and underscores, and begins with a letter or digit; not \""
                        + recording + "\"");
            }
        }

        @Override
        public String name() {
            return learn.name();
        }
    }

    /**
     * A student studies recordings: the host draws windows at random, each that fits into the material as likely as any other. Of a life with less
     * material than a window there is one window: all of it.
     *
     * @param recordings names given by {@link Record}
     * @param material   which parts of the recorded lives
     * @param updates    how many batches of windows
     */
    record Study(String name, String role, List<String> recordings, Material material, long updates) implements Phase {
        public Study {
            recordings = List.copyOf(recordings);
            if (recordings.isEmpty() || updates < 1) {
                throw new IllegalArgumentException("a student studies at least one recording, with at least one update");
            }
        }
    }

    /**
     * Begins another lifetime: the role's context is wiped, it leaves its worlds, and where it next lives it finds fresh ones.
     *
     * @param lifetime  its number; a role begins in lifetime 0. In lifetimes of one number all roles find the same worlds (the same hidden goals, the same
     *                  randomness), in lifetimes of other numbers others
     * @param knowledge whether the learner is made anew as well, and is no longer frozen. Random numbers are the lifetime's own in either case
     */
    record Renew(String name, String role, long lifetime, boolean knowledge) implements Phase {
        public Renew {
            if (lifetime < 0) {
                throw new IllegalArgumentException("the number of a lifetime is at least 0, not " + lifetime);
            }
        }
    }

    /** Copies a role: learner, contexts, worlds and all random streams. Left alone, the copy stays bit-identical. The copy of a frozen role is thawed. */
    record Fork(String name, String role, String as) implements Phase {
    }

    /** The role is no longer needed: its learner is closed and its worlds are left; nobody plays it from here on. {@link Fork} may give its name to another copy. */
    record Leave(String name, String role) implements Phase {
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

    /**
     * Which parts of recorded lives are studied.
     *
     * @param from     where in each life they begin, from 0 (its beginning)
     * @param to       where they end, up to 1 (its end); windows begin in between and stay within
     * @param shuffled whether episodes are shuffled: the material is cut out of each life first, then its episodes are put in random order, so that what was
     *                 learned can no longer be seen in them
     */
    record Material(double from, double to, boolean shuffled) {
        /** Whole lives as they were. */
        public static final Material ALL = new Material(0, 1, false);

        public Material {
            if (!(from >= 0 && from < to && to <= 1)) {
                throw new IllegalArgumentException("material from " + from + " to " + to + ": expected 0 <= from < to <= 1");
            }
        }
    }
}
