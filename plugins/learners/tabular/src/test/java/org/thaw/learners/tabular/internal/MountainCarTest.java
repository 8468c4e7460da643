package org.thaw.learners.tabular.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.environment.World;
import org.thaw.environments.control.internal.MountainCar;
import org.thaw.tck.host.BareLife;
import org.thaw.tck.host.HostContext;

/**
 * Sutton and Barto 2018, figures 10.2 and 12.10: linear Sarsa(λ) on the mountain car, 8 tilings of 8 by 8 tiles, γ = 1, ε = 0. Values start at 0, more than
 * can be earned, which makes it explore.
 */
class MountainCarTest {
    private static final int LIVES = 10;

    /** The mean steps of the episodes from one to another, over 10 lives. */
    private static double steps(double lambda, SarsaLambda.Trace trace, int from, int to) {
        LinearSarsa.Config config = new LinearSarsa.Config(0.5, 1, lambda, trace, 0, 0, 0, LinearSarsa.Kind.TILES, 8, 8, List.of(-1.2, -0.07),
                List.of(0.6, 0.07), 4096);
        double mean = 0;
        for (int seed = 0; seed < LIVES; seed++) {
            World world = new MountainCar.Factory().create(new MountainCar.Config(0, 0.001, 0.0025), new HostContext(1000 + seed));
            BareLife life = new BareLife(new LinearSarsa.Factory().create(config, world.signature(), new HostContext(seed)), world);
            for (int episode = 0; episode < to; episode++) {
                double steps = life.episode(5000);
                mean += episode < from ? 0 : steps / (to - from) / LIVES;
            }
        }
        return mean;
    }

    @Test
    void learnsToSwingOutOfTheValleyAsInFigure102() {
        double steps = steps(0, SarsaLambda.Trace.REPLACING, 150, 200);
        assertTrue(steps < 150, "episodes 151 to 200 took " + steps);
    }

    @Test
    void tracesMakeItLearnSoonerAsInFigure1210() {
        double none = steps(0, SarsaLambda.Trace.REPLACING, 0, 50);
        double replacing = steps(0.9, SarsaLambda.Trace.REPLACING, 0, 50);
        double dutch = steps(0.9, SarsaLambda.Trace.DUTCH, 0, 50);
        String steps = "the first 50 episodes took " + none + " steps without traces, " + replacing + " with replacing and " + dutch + " with Dutch ones";
        assertTrue(replacing < 0.85 * none && dutch < replacing, steps);
    }
}
