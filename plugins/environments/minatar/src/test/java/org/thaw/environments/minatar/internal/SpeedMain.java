package org.thaw.environments.minatar.internal;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;

/**
 * Steps per CPU second of each game on one thread: uniform actions, observations written, resets included. Every game is run in the same JVM in
 * several rounds, so that no call site is compiled for one game alone; the median round counts. Seconds are CPU seconds of the thread, as other
 * programs may want the core, too.
 */
public final class SpeedMain {
    private static final int ROUNDS = 7;
    private static final int STEPS = 2_000_000;

    private SpeedMain() {
    }

    public static void main(String[] arguments) {
        for (MinAtar.Generator generator : MinAtar.Generator.values()) {
            measure(generator);
        }
    }

    private static void measure(MinAtar.Generator generator) {
        List<String> games = new ArrayList<>(Games.FACTORIES.keySet());
        double[][] rates = new double[games.size()][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            for (int game = 0; game < games.size(); game++) {
                rates[game][round] = rate(games.get(game), generator);
            }
        }
        for (int game = 0; game < games.size(); game++) {
            Arrays.sort(rates[game]);
            System.out.printf(Locale.ROOT, "%-8s %-15s %,12.0f steps/s  (rounds: %,.0f to %,.0f)%n", generator, games.get(game), rates[game][ROUNDS / 2],
                    rates[game][0], rates[game][ROUNDS - 1]);
        }
    }

    private static double rate(String game, MinAtar.Generator generator) {
        World world = Games.FACTORIES.get(game).create(new MinAtar.Config(0.1, true, false, generator, 0), new TestContext(name -> new TestStream(7)));
        StepBuffer out = new StepBuffer(world.signature());
        Action action = new Action(world.signature());
        Choices choices = new Choices(0);
        world.reset(out);
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int t = 0; t < STEPS; t++) {
            action.set(choices.next());
            world.step(action, out);
            if (out.isLast()) {
                world.reset(out);
            }
        }
        return STEPS / ((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9);
    }
}
