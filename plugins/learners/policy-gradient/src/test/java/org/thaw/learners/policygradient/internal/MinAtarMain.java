package org.thaw.learners.policygradient.internal;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.Step;
import org.thaw.api.environment.World;
import org.thaw.api.learner.Agent;
import org.thaw.environments.minatar.internal.MinAtar;
import org.thaw.tck.host.BareLife;
import org.thaw.tck.host.HostContext;

/**
 * An agent of this module in a MinAtar game, on one thread: frames per CPU second of the whole loop and the mean return of each stretch of frames. Arguments:
 * the game's class, the number of frames, the seed, and "ppo" for that agent.
 */
public final class MinAtarMain {
    private static final int REPORTS = 20;

    private MinAtarMain() {
    }

    public static void main(String[] arguments) throws ReflectiveOperationException {
        int frames = Integer.parseInt(arguments[1]);
        long seed = Long.parseLong(arguments[2]);
        @SuppressWarnings("unchecked") // a game's factory
        EnvironmentFactory<MinAtar.Config, World> game = (EnvironmentFactory<MinAtar.Config, World>) Class.forName(
                "org.thaw.environments.minatar.internal." + arguments[0] + "$Factory").getConstructor().newInstance();
        World world = game.create(new MinAtar.Config(0.1, true, false, MinAtar.Generator.THAW, 0), new HostContext(seed + 1000));
        Agent agent = arguments.length > 3 ? new Ppo.Factory().create(Published.images(), world.signature(), new HostContext(seed))
                : new ActorCriticLambda.Factory().create(Published.actorCritic(), world.signature(), new HostContext(seed));
        BareLife life = new BareLife(agent, world);
        for (int report = 0; report < REPORTS; report++) {
            stretch(life, (report + 1) * (frames / REPORTS), frames / REPORTS);
        }
    }

    private static void stretch(BareLife life, int until, int frames) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        double total = 0;
        int episodes = 0;
        for (int i = 0; i < frames; i++) {
            Step step = life.live();
            total += step.reward();
            episodes += step.isLast() ? 1 : 0;
        }
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%,10d frames: return %6.2f over %4d episodes, %,6.0f frames/s%n", until, total / Math.max(1, episodes), episodes,
                frames / seconds);
    }
}
