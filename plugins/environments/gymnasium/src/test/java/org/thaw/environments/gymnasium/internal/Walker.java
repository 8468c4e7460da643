package org.thaw.environments.gymnasium.internal;

import java.util.Arrays;
import org.thaw.api.Space;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostStream;

/** A life of random actions, which depend on nothing but their number. */
final class Walker implements AutoCloseable {
    final World world;
    final StepBuffer now;
    private final Action action;
    private int at;

    Walker(Gymnasium.Config config, long seed) {
        world = new Gymnasium().create(config, new HostContext(seed));
        now = new StepBuffer(world.signature());
        action = new Action(world.signature());
    }

    /** Lives on and tells what was met, a line for each step. */
    String live(int steps) {
        StringBuilder met = new StringBuilder();
        for (int i = 0; i < steps; i++, at++) {
            if (at == 0 || now.isLast()) {
                world.reset(now);
            } else if (world.signature().output() instanceof Space.Real real) {
                float[] values = new float[real.size()];
                Arrays.fill(values, (float) (4 * new HostStream(at).nextDouble() - 2));
                action.set(values);
                world.step(action, now);
            } else {
                act(new HostStream(at).nextInt(world.signature().choices()));
            }
            met.append(now.kind()).append(' ').append(now.reward()).append(' ').append(now.discount()).append(' ').append(observation()).append('\n');
        }
        return met.toString();
    }

    /** Continues another one's numbering of actions. */
    void follow(Walker other) {
        at = other.at;
        now.copyFrom(other.now);
    }

    void act(int index) {
        action.set(index);
        world.step(action, now);
    }

    String observation() {
        return switch (now.observation().type()) {
            case F32 -> Arrays.toString(now.observation().floats());
            case U8 -> now.observation().size() + " bytes " + Arrays.hashCode(now.observation().bytes());
            default -> "" + now.state();
        };
    }

    @Override
    public void close() {
        world.close();
    }
}
