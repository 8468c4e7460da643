package org.thaw.tck.host;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;

/** Whether worlds allocate while they are lived in: not part of their contract, but a promise of fast ones. */
public final class WorldAllocation {
    private static final int STEPS = 1000;
    private static final int ROUNDS = 50;

    private WorldAllocation() {
    }

    /** Steps and resets allocate nothing. Legal actions are taken in turn; real ones are zeros. */
    public static void none(World world) {
        StepBuffer step = new StepBuffer(world.signature());
        Action action = new Action(world.signature());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        world.reset(step);
        // a round in which the JVM itself allocates (linking a call site, say) proves nothing
        for (int round = 0; round < ROUNDS && least >= STEPS; round++) {
            long before = threads.getThreadAllocatedBytes(thread);
            for (int i = 0; i < STEPS; i++) {
                live(world, i, action, step);
            }
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
        }
        // reading the counter may cost a few bytes; a step that allocated would cost at least 16
        if (least >= STEPS) {
            throw new AssertionError(STEPS + " steps allocated " + least + " bytes");
        }
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
