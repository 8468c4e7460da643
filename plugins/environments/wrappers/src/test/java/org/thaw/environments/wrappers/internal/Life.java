package org.thaw.environments.wrappers.internal;

import org.thaw.api.environment.Action;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;

/** A world with the buffers of a host. */
final class Life {
    final World world;
    final StepBuffer out;
    private final Action action;

    Life(World world) {
        this.world = world;
        out = new StepBuffer(world.signature());
        action = new Action(world.signature());
    }

    Life reset() {
        world.reset(out);
        return this;
    }

    Life step(int chosen) {
        action.set(chosen);
        world.step(action, out);
        return this;
    }

    float[] seen() {
        return out.observation().floats().clone();
    }

    String outcome() {
        return out.kind() + " " + out.reward() + " " + out.discount() + " player " + out.player();
    }
}
