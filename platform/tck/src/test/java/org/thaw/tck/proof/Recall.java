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

/** The first observation shows a side, +1 or −1; the others show 0. The third action earns 1 if it names the side. Needs memory. */
final class Recall implements World {
    static final Signature SIGNATURE = new Signature(Space.Real.of(-1, 1, 1), new Space.Categorical(2));

    private final RandomStream sides;
    private int side;
    private int time;

    Recall(Context context) {
        sides = context.random("sides");
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public void reset(StepBuffer out) {
        side = sides.nextInt(2);
        time = 0;
        out.observation().floats()[0] = side == 1 ? 1 : -1;
        out.first();
    }

    @Override
    public void step(Action action, StepBuffer out) {
        out.observation().floats()[0] = 0;
        if (++time == 3) {
            out.termination(action.index() == side ? 1 : 0);
        } else {
            out.transition(0);
        }
    }

    @Override
    public void save(StateWriter out) {
        out.tensor(StateKind.MEMORY, "now", Tensor.of(new int[] {side, time}, 2));
    }

    @Override
    public void restore(StateReader in) {
        int[] now = in.tensor("now").ints();
        side = now[0];
        time = now[1];
    }
}
