package org.thaw.bench.agents;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;
import org.thaw.environments.minatar.internal.Asterix;
import org.thaw.environments.minatar.internal.Breakout;
import org.thaw.environments.minatar.internal.Freeway;
import org.thaw.environments.minatar.internal.MinAtar;
import org.thaw.environments.minatar.internal.Seaquest;
import org.thaw.environments.minatar.internal.SpaceInvaders;
import org.thaw.tck.host.HostContext;

/**
 * MinAtar's games against the Python original, in steps per CPU second on one thread: uniform actions, states read, resets included. The original is run where a Python has the
 * package {@code minatar} ({@code -Dthaw.bench.python=…}, else python3); else its rates of record stand, measured on the same kind of machine. All games are played in one JVM in
 * several rounds, so that no call site is compiled for one game alone; the median round counts.
 */
public final class GameSpeed {
    private static final int ROUNDS = 7;
    private static final int STEPS = 1_000_000;
    private static final int WANTED = 10;
    private static final int WANTED_MEAN = 20;
    private static final Map<String, EnvironmentFactory<MinAtar.Config, World>> GAMES = new LinkedHashMap<>();
    /** Steps per second, from 155,000 to 465,000 with 40,000 for the last; of the range the upper end is the harder mark where the game is not named. */
    private static final Map<String, Double> RECORD = Map.of("breakout", 465_000.0, "asterix", 465_000.0, "freeway", 465_000.0, "seaquest", 465_000.0, "space_invaders", 40_000.0);

    static {
        GAMES.put("breakout", new Breakout.Factory());
        GAMES.put("asterix", new Asterix.Factory());
        GAMES.put("freeway", new Freeway.Factory());
        GAMES.put("seaquest", new Seaquest.Factory());
        GAMES.put("space_invaders", new SpaceInvaders.Factory());
    }

    private GameSpeed() {
    }

    /** @param arguments the path of minatar_speed.py */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, Double> original = original(Path.of(arguments[0]));
        Map<String, double[]> rates = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (String game : GAMES.keySet()) {
                rates.computeIfAbsent(game, name -> new double[ROUNDS])[round] = rate(GAMES.get(game));
            }
        }
        System.out.printf("game                 ours/s   original/s    ratio  (target %d)%n", WANTED);
        double logs = 0;
        for (String game : GAMES.keySet()) {
            double[] ours = rates.get(game);
            Arrays.sort(ours);
            double theirs = original.get(game);
            double ratio = ours[ROUNDS / 2] / theirs;
            logs += Math.log(ratio);
            System.out.printf(Locale.ROOT, "%-15s %,11.0f %,12.0f %8.1f  %s%n", game, ours[ROUNDS / 2], theirs, ratio, ratio >= WANTED ? "met" : "lost");
        }
        double mean = Math.exp(logs / GAMES.size());
        System.out.printf(Locale.ROOT, "geometric mean %33.1f  %s (target %d)%n", mean, mean >= WANTED_MEAN ? "met" : "lost", WANTED_MEAN);
    }

    private static double rate(EnvironmentFactory<MinAtar.Config, World> game) {
        World world = game.create(new MinAtar.Config(0.1, true, false, MinAtar.Generator.THAW, 0), new HostContext(1));
        StepBuffer out = new StepBuffer(world.signature());
        Action action = new Action(world.signature());
        SplittableRandom random = new SplittableRandom(0);
        int actions = world.signature().choices();
        world.reset(out);
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int t = 0; t < STEPS; t++) {
            action.set(random.nextInt(actions));
            world.step(action, out);
            if (out.isLast()) {
                world.reset(out);
            }
        }
        return STEPS / ((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun) / 1e9);
    }

    private static Map<String, Double> original(Path script) throws IOException, InterruptedException {
        String python = System.getProperty("thaw.bench.python", "python3");
        Map<String, Double> rates = new LinkedHashMap<>();
        try {
            Process process = new ProcessBuilder(python, script.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split("\t")).filter(pair -> pair.length == 2)
                    .forEach(pair -> rates.put(pair[0], Double.parseDouble(pair[1])));
            if (process.waitFor() == 0 && rates.keySet().containsAll(GAMES.keySet())) {
                return rates;
            }
        } catch (IOException e) {
            // no such program: the rates of record
        }
        System.out.println("MinAtar's original is not beside it (" + python + " cannot import minatar): rates of record.");
        return RECORD;
    }
}
