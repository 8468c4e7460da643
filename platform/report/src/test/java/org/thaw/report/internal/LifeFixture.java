package org.thaw.report.internal;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.thaw.api.metric.Event;

/** A made-up experiment of lives in a grid world: one learner that learns, one that acts at random, each with a frozen twin. */
public final class LifeFixture {
    private static final long LIFE = 20_000;
    private static final long EVERY = 500;
    private static final long FORK = 4_000;

    private LifeFixture() {
    }

    /** Writes it. */
    public static Path write(Path runs) {
        Path folder = runs.resolve("grid-lifetime");
        for (long seed = 0; seed < 4; seed++) {
            live(new RunFixture(folder, "lifetime", "tabular-q", "CURRENT_DATA", "grid", seed), 0.9, new Random(seed));
            live(new RunFixture(folder, "lifetime", "random", "CURRENT_DATA", "grid", seed), 0, new Random(seed + 100));
        }
        return folder;
    }

    private static double skill(double gift, long step) {
        return 0.05 + gift * (1 - StrictMath.exp(-step / 6000.0));
    }

    private static void live(RunFixture run, double gift, Random random) {
        String twin = "learner/frozen@" + FORK;
        run.events.add(new Event.TaskBegan("learner", 0, 0));
        for (long step = 0; step <= LIFE; step += EVERY) {
            if (step > 0) {
                run.events.add(new Event.Earned("learner", step, 0, EVERY, EVERY * (skill(gift, step) * 0.08 - 0.01 + random.nextGaussian() * 0.002)));
            }
            run.events.add(evaluated("learner", step, step, skill(gift, step) + random.nextGaussian() * 0.03));
            if (step == FORK) {
                run.events.add(new Event.Forked("learner", step, twin));
                run.events.add(new Event.Frozen(twin, step));
            }
            if (step > FORK) {
                run.events.add(new Event.Earned(twin, FORK, 0, EVERY, EVERY * (skill(gift, FORK) * 0.08 - 0.01 + random.nextGaussian() * 0.002)));
                run.events.add(evaluated(twin, FORK, step, skill(gift, FORK) + random.nextGaussian() * 0.03));
            }
        }
        run.scalar("learner", "return-curve", skill(gift, LIFE) + random.nextGaussian() * 0.01);
        run.scalar("learner", "return-curve/evaluation", skill(gift, LIFE) + random.nextGaussian() * 0.01);
        run.scalar(twin, "return-curve", skill(gift, FORK) + random.nextGaussian() * 0.01);
        run.scalar(twin, "continual-gain", gift == 0 ? random.nextGaussian() * 0.01 : 0.31 + random.nextGaussian() * 0.02);
        run.scalar("learner", "cost/updates", gift == 0 ? 0 : LIFE).scalar("learner", "cost/samples", LIFE).scalar("learner", "cost/memory-bytes", 0);
        double[] x = {1000, 2000, 3000};
        run.series(twin, "continual-gain", x, new double[] {0.1, 0.2, 0.3});
        run.done();
    }

    private static Event evaluated(String role, long step, long now, double value) {
        return new Event.Evaluated(role, step, "evaluate", now == LIFE ? 1 : 0, now == LIFE || now == 0 ? -1 : 0, 0, 10, Map.of("return", value, "length", 20.0));
    }
}
