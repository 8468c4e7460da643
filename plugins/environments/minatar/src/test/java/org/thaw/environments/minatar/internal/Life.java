package org.thaw.environments.minatar.internal;

import java.util.Arrays;
import java.util.function.Function;
import org.thaw.api.RandomStream;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;

/** A game being played: a world with the buffers of a host. */
final class Life {
    final TestContext context;
    final MinAtar world;
    final StepBuffer out;
    private final Action action;

    Life(String game, MinAtar.Config config, Function<String, RandomStream> streams) {
        this(Games.FACTORIES.get(game), config, streams);
    }

    Life(EnvironmentFactory<MinAtar.Config, World> factory, MinAtar.Config config, Function<String, RandomStream> streams) {
        context = new TestContext(streams);
        world = (MinAtar) factory.create(config, context);
        out = new StepBuffer(world.signature());
        action = new Action(world.signature());
        poison();
    }

    /** One with the original's randomness and its usual options. */
    static Life mt19937(String game, long seed) {
        return new Life(game, new MinAtar.Config(0.1, true, false, MinAtar.Generator.MT19937, seed), name -> {
            throw new AssertionError("no stream of the host is needed");
        });
    }

    void reset() {
        poison();
        world.reset(out);
    }

    void step(int choice) {
        poison();
        action.set(choice);
        world.step(action, out);
    }

    /** Steps, and begins anew after an end. */
    void stepOn(int choice) {
        step(choice);
        if (out.isLast()) {
            reset();
        }
    }

    boolean lit(int row, int column, int channel) {
        float[] cells = out.observation().floats();
        return cells[(row * 10 + column) * (cells.length / 100) + channel] == 1;
    }

    /** A buffer may come with anything in it. */
    private void poison() {
        Arrays.fill(out.observation().floats(), Float.NaN);
    }
}
