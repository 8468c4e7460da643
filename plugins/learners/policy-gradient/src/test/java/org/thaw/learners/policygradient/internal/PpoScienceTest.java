package org.thaw.learners.policygradient.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.thaw.api.environment.Step;
import org.thaw.api.environment.World;
import org.thaw.environments.control.internal.CartPole;
import org.thaw.environments.control.internal.Pendulum;
import org.thaw.tck.host.BareLife;
import org.thaw.tck.host.HostContext;

/** PPO with the settings of the ready experiments, in minutes. */
@Tag("science")
class PpoScienceTest {
    private static final int SEEDS = 3;

    @Test
    void keepsThePoleUpright() {
        Ppo.Config config = Published.ppo(0.99);
        for (int seed = 1; seed <= SEEDS; seed++) {
            World world = new CartPole.Factory().create(new CartPole.Config(500, 9.8, 0.5, 0.1, 10), new HostContext(seed + 100));
            double last = lastReturns(config, world, seed, 100_000, 50);
            assertTrue(last >= 475, "seed " + seed + ": mean return of the last episodes " + last);
        }
    }

    @Test
    void swingsThePendulumUp() {
        Ppo.Config config = Published.ppo(0.9);
        for (int seed = 1; seed <= SEEDS; seed++) {
            World world = new Pendulum.Factory().create(new Pendulum.Config(200, 10, 1, 1), new HostContext(seed + 100));
            double last = lastReturns(config, world, seed, 150_000, 50);
            assertTrue(last >= -300, "seed " + seed + ": mean return of the last episodes " + last);
        }
    }

    /** The mean return of the last episodes, exploration included. */
    private static double lastReturns(Ppo.Config config, World world, long seed, int steps, int episodes) {
        BareLife life = new BareLife(new Ppo.Factory().create(config, world.signature(), new HostContext(seed)), world);
        double[] returns = new double[episodes];
        int ended = 0;
        double earned = 0;
        for (int i = 0; i < steps; i++) {
            Step step = life.live();
            earned += step.reward();
            if (step.isLast()) {
                returns[ended++ % episodes] = earned;
                earned = 0;
            }
        }
        return Arrays.stream(returns).average().orElseThrow();
    }
}
