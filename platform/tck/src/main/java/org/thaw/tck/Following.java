package org.thaw.tck;

import java.util.ArrayList;
import java.util.List;
import org.thaw.api.Signature;
import org.thaw.api.environment.Step;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.learner.Decision;
import org.thaw.api.learner.Policy;
import org.thaw.tck.host.Decided;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.MemoryState;
import org.thaw.tck.host.Moment;

/** A policy that is led along recorded lives: it says what it would do in each step, and goes where the recorded one went. */
final class Following {
    private final Signature signature;
    private final Policy policy;
    private final Runnable beforeActing;

    /** One whose random numbers run on. */
    Following(Signature signature, Policy policy) {
        this(signature, policy, () -> { });
    }

    /** One whose random streams stand at the same place before each decision, so that what it decides depends on its context alone. */
    Following(Signature signature, Policy policy, HostContext host, MemoryState streams) {
        this(signature, policy, () -> streams.into(host));
    }

    private Following(Signature signature, Policy policy, Runnable beforeActing) {
        this.signature = signature;
        this.policy = policy;
        this.beforeActing = beforeActing;
    }

    Policy policy() {
        return policy;
    }

    /** Acts in every step of a life that can be acted in, observes the others; returns what it decided, step by step. */
    List<Moment> follow(List<Moment> life, int lane) {
        List<Moment> decided = new ArrayList<>();
        for (Moment moment : life) {
            decided.add(meet(moment, lane, true));
        }
        return decided;
    }

    /** Acts in a step, or only observes it, as if it were its own in a lane; returns what it decided. */
    Moment meet(Moment moment, int lane, boolean acts) {
        StepBuffer step = inLane(signature, moment.step(), lane);
        Decision decision = new Decision(signature);
        if (acts && !step.isLast()) {
            beforeActing.run();
            policy.act(step, decision);
            Decided.check(signature, step, decision);
        } else {
            policy.observe(step);
        }
        return Moment.of(signature, step, decision);
    }

    static StepBuffer inLane(Signature signature, Step step, int lane) {
        StepBuffer copy = new StepBuffer(signature, lane);
        copy.copyFrom(step);
        return copy;
    }
}
