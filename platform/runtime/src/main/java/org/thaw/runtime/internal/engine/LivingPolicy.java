package org.thaw.runtime.internal.engine;

import java.util.List;
import org.thaw.api.Cue;
import org.thaw.api.StateId;
import org.thaw.api.StateWriter;
import org.thaw.api.learner.Actor;
import org.thaw.api.learner.Policy;
import org.thaw.runtime.internal.checkpoint.Cues;
import org.thaw.runtime.internal.checkpoint.RunState;
import org.thaw.runtime.internal.state.Snapshot;
import org.thaw.runtime.internal.state.StateFile;

/** The policy of a player's present life, with its context and what it was asked for. There is none before the life begins. */
final class LivingPolicy {
    private Policy policy;
    private Actor.Mode mode = Actor.Mode.EXPLORE;
    private Cue cue = Cue.none();

    boolean begun() {
        return policy != null;
    }

    /** The policy of a life that has begun. */
    Policy policy() {
        return policy;
    }

    /** The policy for this mode and cue. Where they change, the context goes over to another policy of the learner. */
    Policy as(Actor.Mode wantedMode, Cue wantedCue, GuardedLearner learner) {
        if (policy == null || wantedMode != mode || !wantedCue.equals(cue)) {
            policy = copyTo(learner.policy(wantedMode, wantedCue), learner);
            mode = wantedMode;
            cue = wantedCue;
        }
        return policy;
    }

    /** A policy of another learner for the same mode and cue, its context empty. */
    Policy of(GuardedLearner other) {
        return other.policy(mode, cue);
    }

    /** From here on this one lives. */
    void become(Policy next) {
        policy = next;
    }

    /** From here on this one lives, asked for what another one was. */
    void become(Policy next, LivingPolicy like) {
        policy = next;
        mode = like.mode;
        cue = like.cue;
    }

    /** No life has begun. */
    void wipe() {
        policy = null;
    }

    /** Goes on with an empty context. */
    Policy forget(GuardedLearner learner) {
        policy = of(learner);
        return policy;
    }

    /** Gives a copy of the context to another policy, and returns that; it stays fresh if no life has begun. */
    Policy copyTo(Policy to, GuardedLearner learner) {
        if (policy != null) {
            Snapshot context = learner.guard().get("save of the policy", () -> Snapshot.of(learner.stateId(), policy));
            learner.guard().run("restore of the policy", () -> context.restore(to));
        }
        return to;
    }

    /** At most one. */
    List<RunState.OfPolicy> state() {
        return policy == null ? List.of() : List.of(new RunState.OfPolicy(mode, Cues.of(cue)));
    }

    void save(StateWriter out, GuardedLearner learner) {
        if (policy != null) {
            learner.guard().run("save of the policy", () -> policy.save(out.in("context")));
        }
    }

    void restore(RunState.OfPolicy saved, GuardedLearner learner, StateFile file, String path, StateId id) {
        mode = saved.mode();
        cue = Cues.read(saved.cue());
        policy = of(learner);
        learner.guard().run("restore of the policy", () -> policy.restore(file.reader(path + "/context", id)));
    }
}
