package org.thaw.tck.host;

import org.thaw.api.environment.Action;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;

/** Whether worlds allocate while they are lived in: not part of their contract, but a promise of fast ones. */
public final class WorldAllocation {
    private static final int STEPS = 1000;

    private WorldAllocation() {
    }

    /** Steps and resets allocate nothing. Legal actions are taken in turn; real ones are zeros. */
    public static void none(World world) {
        StepBuffer step = new StepBuffer(world.signature());
        Action action = new Action(world.signature());
        world.reset(step);
        Allocation.free(STEPS, () -> {
            for (int i = 0; i < STEPS; i++) {
                live(world, i, action, step);
            }
        });
    }

    private static void live(World world, int number, Action action, StepBuffer step) {
        if (step.isLast()) {
            world.reset(step);
            return;
        }
        boolean[] legal = step.legal();
        int chosen = legal.length == 0 ? 0 : number % legal.length;
        while (legal.length > 0 && !legal[chosen]) {
            chosen = (chosen + 1) % legal.length;
        }
        action.set(chosen);
        world.step(action, step);
    }
}
