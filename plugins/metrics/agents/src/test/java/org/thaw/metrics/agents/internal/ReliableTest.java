package org.thaw.metrics.agents.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.RunView;
import org.thaw.api.metric.Summary;
import org.thaw.tck.host.Found;
import org.thaw.tck.host.MemoryRun;

/** The figures beside {@link #X} and {@link #Y} were computed with rliable 1.2.0 from PyPI, its intervals with some thousand resamples. */
class ReliableTest {
    private static final int TASKS = 3;
    private static final double[][] X = table(10, (run, task) -> (run * 37 + task * 11) % 23 / 22.0 + .1 * task);
    private static final double[][] Y = table(8, (run, task) -> (run * 17 + task * 7) % 19 / 18.0 * .8 + .05 * run);
    private static final double[] IQM_X = {0.46475852, 0.74715909};
    private static final double[] IQM_Y = {0.45322917, 0.66759259};
    private static final double[] IMPROVEMENT = {0.37916667, 0.69166667};
    /** At τ = 0, 1/4, 1/2, 3/4, 1. */
    private static final double[] PROFILE = {29 / 30.0, .8, 17 / 30.0, 11 / 30.0, 1 / 6.0};
    /** Where two bootstraps of some thousand resamples differ by chance. */
    private static final double CHANCE = .015;

    @Test
    void theInterquartileMeanLeavesOutAQuarterAtEitherEnd() {
        assertEquals((3 + 4 + 5 + 6) / 4.0, Robust.interquartileMean(new double[][] {{-90, 3, 5, 6}, {2, 4, 7, 800}}));
        assertEquals(0.6119318181818182, Robust.interquartileMean(X), 1e-12);
        assertEquals(0.5657407407407409, Robust.interquartileMean(Y), 1e-12);
    }

    @Test
    void improvementIsTheShareOfPairsWithTiesByHalf() {
        // 1 = 1, 1 > 0, 3 > 1, 3 > 0 on the first task, nothing on the second
        assertEquals((3.5 / 4 + 0) / 2, Robust.improvement(new double[][] {{1, 3}, {0, 0}}, new double[][] {{1, 0}, {5, 6}}), 1e-12);
        assertEquals(0.5354166666666668, Robust.improvement(X, Y), 1e-12);
        assertEquals(1, Robust.improvement(X, Y) + Robust.improvement(Y, X), 1e-12);
    }

    @Test
    void profilesAreSharesAboveAThreshold() {
        assertArrayEquals(PROFILE, IntStream.range(0, PROFILE.length).mapToDouble(n -> Robust.above(X, n / 4.0)).toArray(), 1e-12);
    }

    @Test
    void intervalsAreThoseOfTheStratifiedPercentileBootstrap() {
        Found found = found(plain(2000), runs());
        assertInterval(found, "x reliable/iqm", "", IQM_X);
        assertInterval(found, "y reliable/iqm", "", IQM_Y);
        assertInterval(found, "x reliable/improvement-over/y", "", IMPROVEMENT);
        assertEquals(0.6119318181818182, found.scalars.get("x reliable/iqm"), 1e-12);
    }

    @Test
    void aReportMadeAgainSaysTheSame() {
        assertEquals(found(plain(200), runs()).scalars, found(plain(200), runs()).scalars);
    }

    @Test
    void scoresAreNormalisedTaskByTask() {
        List<RunView> runs = List.of(new MemoryRun("one", "worlds", 0, run(15, -50)), new MemoryRun("two", "worlds", 0, run(10, -100)));
        Found found = found(new Reliable.Config("evaluated", "return", List.of(10.0, -200.0), List.of(20.0, 0.0), 10), runs);
        assertEquals((.5 + .75) / 2, found.scalars.get("one reliable/iqm"), 1e-12);
        assertEquals((0 + .5) / 2, found.scalars.get("two reliable/iqm"), 1e-12);
        assertEquals(1, found.scalars.get("one reliable/improvement-over/two"));
    }

    @Test
    void onlyTasksThatAllWereScoredOnCount() {
        List<RunView> runs = List.of(new MemoryRun("one", "worlds", 0, run(3, 100)), new MemoryRun("two", "worlds", 0, run(5)));
        Found found = found(plain(10), runs);
        assertEquals(3, found.scalars.get("one reliable/iqm"));
        assertEquals(5, found.scalars.get("two reliable/iqm"));
    }

    @Test
    void aNumberOfTheRunMayBeItsScore() {
        RunView run = new Scored("one", 7);
        Found found = found(new Reliable.Config("return-curve", "return", List.of(), List.of(), 10), List.of(run, new Scored("one", 9)));
        assertEquals(8, found.scalars.get("one reliable/iqm"));
    }

    private static void assertInterval(Found found, String name, String path, double[] expected) {
        assertEquals(expected[0], found.scalars.get(name + path + "/low"), CHANCE, name);
        assertEquals(expected[1], found.scalars.get(name + path + "/high"), CHANCE, name);
        assertTrue(found.scalars.get(name + path) > found.scalars.get(name + path + "/low"));
    }

    private static List<RunView> runs() {
        List<RunView> runs = new ArrayList<>();
        for (String learner : List.of("x", "y")) {
            double[][] table = learner.equals("x") ? X : Y;
            for (int run = 0; run < table[0].length; run++) {
                int r = run;
                runs.add(new MemoryRun(learner, "worlds", run, run(IntStream.range(0, TASKS).mapToDouble(task -> table[task][r]).toArray())));
            }
        }
        return runs;
    }

    /** A run that trained on each task and scored so in the end. */
    private static List<Event> run(double... scores) {
        Tale tale = new Tale("learner");
        for (int task = 0; task < scores.length; task++) {
            tale.begin(task).live(10).end();
        }
        return tale.test(scores).events();
    }

    private interface Entry {
        double at(int run, int task);
    }

    private static double[][] table(int runs, Entry entry) {
        return IntStream.range(0, TASKS).mapToObj(task -> IntStream.range(0, runs).mapToDouble(run -> entry.at(run, task)).toArray()).toArray(double[][]::new);
    }

    private static Reliable.Config plain(int bootstraps) {
        return new Reliable.Config("evaluated", "return", List.of(), List.of(), bootstraps);
    }

    private static Found found(Reliable.Config config, List<RunView> runs) {
        Summary summary = new Reliable.Factory().create(config);
        return Found.by(summary, runs);
    }

    private record Scored(String learner, double value) implements RunView {
        @Override
        public String environment() {
            return "grid";
        }

        @Override
        public long seed() {
            return 0;
        }

        @Override
        public OptionalDouble scalar(String role, String metric) {
            return role.equals("learner") && metric.equals("return-curve") ? OptionalDouble.of(value) : OptionalDouble.empty();
        }

        @Override
        public Iterable<Event> events() {
            return List.of();
        }
    }
}
