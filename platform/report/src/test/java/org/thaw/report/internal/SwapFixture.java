package org.thaw.report.internal;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.thaw.api.metric.Event;
import org.thaw.runtime.folder.RunSwap;

/**
 * Two made-up experiments with hot swaps. {@code swapped-digits}: four tasks, a learner swapped at the same step in two of three seeds, beside an
 * unswapped copy, and elsewhere in the third; one run without. {@code swapped-grid}: a life with two swaps and many frozen twins.
 */
public final class SwapFixture {
    private static final String LIVE = "learner";
    private static final String OLD = "finetune@0.1.0 " + "1a2b3c4d".repeat(8);
    private static final String NEW = "ewc@0.2.0 " + "99aabbcc".repeat(8);

    private SwapFixture() {
    }

    /** Writes the first. */
    public static Path tasks(Path runs) {
        Path folder = runs.resolve("swapped-digits");
        for (long seed = 0; seed < 3; seed++) {
            RunFixture run = new RunFixture(folder, "class-incremental", "finetune", "CURRENT_DATA", "digits", seed);
            digits(run, seed == 2 ? 2600 : 2000, seed != 2, new Random(seed));
            run.done();
            RunFixture other = new RunFixture(folder, "class-incremental", "experience-replay", "CURRENT_DATA", "digits", seed);
            digits(other, Long.MAX_VALUE, true, new Random(seed + 10));
            other.done();
        }
        RunFixture waiting = new RunFixture(folder, "class-incremental", "finetune", "CURRENT_DATA", "digits", 3);
        digits(waiting, 2000, true, new Random(3));
        waiting.unfinished();
        return folder;
    }

    private static void digits(RunFixture run, long at, boolean carried, Random random) {
        String twin = LIVE + "/unswapped@" + at;
        for (long step = 0; step <= 4000; step += 200) {
            int task = (int) Math.min(3, step / 1000);
            boolean between = step % 1000 == 0;
            if (between && step > 0) {
                run.events.add(new Event.TaskEnded(LIVE, step, (int) (step / 1000) - 1));
            }
            for (int on = 0; on < 4; on++) {
                evaluated(run, LIVE, step, between, task, on, skill(step, on, at, carried) + random.nextGaussian() * 0.01);
                if (step > at && carried) {
                    evaluated(run, twin, step, between, task, on, skill(step, on, Long.MAX_VALUE, true) + random.nextGaussian() * 0.01);
                }
            }
            if (between && step < 4000) {
                run.events.add(new Event.TaskBegan(LIVE, step, (int) (step / 1000)));
            }
            if (step == at) {
                if (carried) {
                    run.events.add(new Event.Forked(LIVE, step, twin));
                }
                run.events.add(new Event.Swapped(LIVE, step, OLD, NEW, carried));
                run.swaps.add(new RunSwap(LIVE, step, OLD, NEW, carried, carried, false, "ewc", "ewc", "0.2.0", "99aabbcc".repeat(8), new JsonObject()));
                run.scalar(LIVE, "swap-recovery/steps", carried ? 200 : Double.NaN).scalar(LIVE, "swap-recovery/gain", carried ? 0.2 + 0.01 * random.nextGaussian() : Double.NaN);
            }
        }
        run.scalar(LIVE, "average-accuracy", skill(4000, 1, at, carried));
        if (at < 4000 && carried) {
            run.scalar(twin, "average-accuracy", skill(4000, 1, Long.MAX_VALUE, true));
        }
    }

    private static double skill(long step, int on, long swap, boolean carried) {
        long met = step - on * 1000L;
        if (met <= 0) {
            return 0.02;
        }
        double learned = 0.95 * (1 - StrictMath.exp(-Math.min(met, 1000) / 250.0));
        double keeps = step > swap ? 0.9 : 0.55;
        double lost = carried || step <= swap ? 1 : 1 - StrictMath.exp(-(step - swap) / 600.0);
        return Math.max(0.02, learned * lost * StrictMath.pow(keeps, Math.max(0, met - 1000) / 1000.0));
    }

    private static void evaluated(RunFixture run, String role, long step, boolean between, int task, int on, double value) {
        run.events.add(new Event.Evaluated(role, step, "evaluate", (int) (step / 1000), between ? -1 : task, on, 200, Map.of("accuracy", Math.max(0, Math.min(1, value)))));
    }

    /** Writes the second. */
    public static Path life(Path runs) {
        Path folder = runs.resolve("swapped-grid");
        for (long seed = 0; seed < 2; seed++) {
            RunFixture run = new RunFixture(folder, "lifetime", "tabular-q", "CURRENT_DATA", "grid", seed);
            Random random = new Random(seed);
            run.events.add(new Event.TaskBegan(LIVE, 0, 0));
            for (long step = 500; step <= 25_000; step += 500) {
                run.events.add(new Event.Earned(LIVE, step, 0, 500, 30 * (1 - StrictMath.exp(-step / 6000.0)) + random.nextGaussian()));
                lived(run, LIVE, step, step);
                for (long fork = 1000; fork <= 24_000; fork += 1000) {
                    if (fork == step) {
                        run.events.add(new Event.Forked(LIVE, step, LIVE + "/frozen@" + fork));
                    } else if (fork < step) {
                        lived(run, LIVE + "/frozen@" + fork, step, fork);
                    }
                }
                if (step == 8000 || step == 8500) {
                    run.events.add(new Event.Swapped(LIVE, step, "tabular-q@0.1.0 " + "ab".repeat(32), "tabular-q@0.1.0 " + (step == 8000 ? "cd" : "ef").repeat(32), true));
                }
            }
            run.scalar(LIVE, "return-curve", 1).scalar(LIVE, "swap-recovery/steps@8000", 500).scalar(LIVE, "swap-recovery/steps@8500", 0);
            run.done();
        }
        return folder;
    }

    private static void lived(RunFixture run, String role, long step, long skill) {
        run.events.add(new Event.Evaluated(role, step, "evaluate", 0, 0, 0, 10, Map.of("return", 1 - StrictMath.exp(-skill / 6000.0))));
    }
}
