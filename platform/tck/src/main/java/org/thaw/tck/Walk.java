package org.thaw.tck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.thaw.api.Signature;
import org.thaw.api.Space;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.Step;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;
import org.thaw.api.learner.Decision;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostStream;
import org.thaw.tck.host.Lending;
import org.thaw.tck.host.MemoryState;
import org.thaw.tck.host.Moment;

/** A walk through a world by random legal actions, which depend on nothing but the number of the step. */
final class Walk {
    private final HostContext host;
    private final World world;
    private final Signature signature;
    private final Lending lending;
    private final List<Moment> met = new ArrayList<>();
    private StepBuffer now;
    private int at;
    private boolean cut;

    Walk(HostContext host, World world, Lending lending) {
        this.host = host;
        this.world = world;
        this.lending = lending;
        this.signature = world.signature();
        this.now = new StepBuffer(signature);
    }

    World world() {
        return world;
    }

    HostContext host() {
        return host;
    }

    StepBuffer now() {
        return now;
    }

    /** The steps so far. */
    List<Moment> met() {
        return met;
    }

    Walk steps(int count) {
        for (int i = 0; i < count; i++) {
            step();
        }
        return this;
    }

    /** The episode ends here, as its task does: the next step is another's first. */
    Walk cutOff() {
        cut = true;
        return this;
    }

    private void step() {
        StepBuffer out = new StepBuffer(signature);
        // a world may be handed a buffer that holds any earlier step; legal actions stay unless it sets them
        if (lending == Lending.OVERWRITTEN) {
            Lending.overwrite(out.observation());
            out.termination(1);
        }
        if (at == 0 || now.isLast() || cut) {
            world.reset(out);
            cut = false;
        } else {
            Action action = choose(at);
            Action lent = new Action(signature);
            lent.copyFrom(action);
            world.step(lent, out);
            if (lending == Lending.CHECKED && (lent.index() != action.index() || !Arrays.equals(lent.values(), action.values()))) {
                throw new IllegalStateException("the world wrote into the host's action");
            }
            if (lending == Lending.OVERWRITTEN) {
                lent.clear();
            }
            out.previousAction(action);
        }
        now = out;
        at++;
        met.add(Moment.of(signature, out, new Decision(signature)));
    }

    private Action choose(int number) {
        HostStream random = new HostStream(number);
        Action action = new Action(signature);
        if (signature.output() instanceof Space.Real real) {
            float[] values = new float[real.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (Math.max(real.low(), -1) + (Math.min(real.high(), 1) - Math.max(real.low(), -1)) * random.nextDouble());
            }
            action.set(values);
            return action;
        }
        int index = random.nextInt(now.legal().length);
        while (!now.legal()[index]) {
            index = random.nextInt(now.legal().length);
        }
        action.set(index);
        return action;
    }

    void takeOver(Walk other) {
        MemoryState.of(other.world).into(world);
        MemoryState.of(other.host).into(host);
        now = new StepBuffer(signature);
        now.copyFrom(other.now);
        at = other.at;
        cut = other.cut;
    }

    /** Where the two differ in what they saved, in their random streams and in the steps met last; empty if they do not. */
    String difference(Walk other) {
        String state = MemoryState.of(world).difference(MemoryState.of(other.world));
        if (!state.isEmpty()) {
            return "saved state: " + state;
        }
        String streams = MemoryState.of(host).difference(MemoryState.of(other.host));
        if (!streams.isEmpty()) {
            return "positions of random streams: " + streams;
        }
        for (int back = 1; back <= Math.min(met.size(), other.met.size()); back++) {
            Moment a = met.get(met.size() - back);
            Moment b = other.met.get(other.met.size() - back);
            if (!a.sameBits(b)) {
                return "saved state is the same, but " + back + " steps ago it was " + describe(a.step()) + " against " + describe(b.step());
            }
        }
        return "";
    }

    private static String describe(Step step) {
        return step.kind() + " with reward " + step.reward();
    }
}
