package org.thaw.tck.proof;

import org.thaw.api.Context;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;

/** A bandit: the good arm of this life, drawn once, pays 1 with probability 0.9, the others with 0.1. Episodes of 10 pulls. */
final class Arms implements World {
    static final int COUNT = 3;

    private final Signature signature;
    private final RandomStream pay;
    private final int good;
    private int pulls;

    Arms(Context context) {
        signature = new Signature(new Space.Categorical(1), new Space.Categorical(COUNT));
        pay = context.random("pay");
        good = context.random("good").nextInt(COUNT);
    }

    int good() {
        return good;
    }

    @Override
    public Signature signature() {
        return signature;
    }

    @Override
    public void reset(StepBuffer out) {
        pulls = 0;
        out.first();
    }

    @Override
    public void step(Action action, StepBuffer out) {
        double reward = pay.nextBoolean(action.index() == good ? 0.9 : 0.1) ? 1 : 0;
        if (++pulls == 10) {
            out.truncation(reward);
        } else {
            out.transition(reward);
        }
    }

    @Override
    public void save(StateWriter out) {
        out.tensor(StateKind.MEMORY, "pulls", Tensor.of(new int[] {pulls}, 1));
    }

    @Override
    public void restore(StateReader in) {
        pulls = in.tensor("pulls").ints()[0];
    }
}
