package org.thaw.report.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.thaw.api.metric.Event;
import org.thaw.runtime.folder.Json;

/** A made-up experiment of five tasks: six learners with frozen twins, five seeds; one run failed, one is unfinished. */
public final class DigitsFixture {
    private static final int TASKS = 5;
    private static final int STOPS = 4;
    private static final long STEPS = 1600;

    /** How well a learner learns a new task, and what share of it each later task takes away. */
    private record Habit(String learner, String privilege, double learns, double forgets, double seconds, double memory) {
    }

    private DigitsFixture() {
    }

    /** Writes it. */
    public static Path write(Path runs) {
        Path folder = runs.resolve("split-digits");
        Habit[] habits = {new Habit("finetune", "CURRENT_DATA", 0.985, 1, 9.1, 0), new Habit("joint", "ALL_DATA", 0.955, 0.005, 31.5, 7_840_000),
            new Habit("experience-replay", "CURRENT_DATA", 0.965, 0.06, 15.2, 784_000), new Habit("ewc", "CURRENT_DATA", 0.93, 0.8, 12.7, 3_820_000),
            new Habit("slda", "CURRENT_DATA", 0.86, 0.02, 2.1, 2_460_000), new Habit("nearest-class-mean", "CURRENT_DATA", 0.83, 0.03, 0.4, 0)};
        experiment(folder, habits);
        for (Habit habit : habits) {
            for (long seed = 0; seed < 5; seed++) {
                RunFixture run = new RunFixture(folder, "class-incremental", habit.learner, habit.privilege, "digits", seed);
                if (habit.learner.equals("ewc") && seed == 3) {
                    run.failed("predict returned NaN for 128 of 128 examples", "learner ewc@0.1.0", "learn task 3");
                    continue;
                }
                live(run, habit, new Random(habit.learner.hashCode() * 31L + seed), !habit.learner.equals("slda") || seed != 4);
            }
        }
        return folder;
    }

    private static void experiment(Path folder, Habit[] habits) {
        JsonObject source = new JsonObject();
        source.addProperty("protocol", "class-incremental");
        source.addProperty("environment", "digits");
        JsonArray learners = new JsonArray();
        for (Habit habit : habits) {
            learners.add(habit.learner);
        }
        source.add("learners", learners);
        source.addProperty("seeds", 5);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Json.write(folder.resolve("experiment.json"), source);
    }

    private static void live(RunFixture run, Habit habit, Random random, boolean whole) {
        double[][] r = new double[TASKS][TASKS];
        double[] now = new double[TASKS];
        double[][] frozen = new double[TASKS][];
        evaluate(run, "learner", 0, 0, -1, now);
        for (int task = 0; task < TASKS; task++) {
            long start = task * STEPS;
            if (task > 0) {
                run.events.add(new Event.Forked("learner", start, "learner/frozen@" + task));
                run.events.add(new Event.Frozen("learner/frozen@" + task, start));
                frozen[task] = now.clone();
            }
            run.events.add(new Event.TaskBegan("learner", start, task));
            double learned = Math.min(0.999, habit.learns + random.nextGaussian() * 0.012);
            double[] before = now.clone();
            for (int stop = 1; stop <= STOPS; stop++) {
                double share = 1 - StrictMath.pow(0.25, stop);
                for (int on = 0; on < TASKS; on++) {
                    double aim = on == task ? learned : before[on] * (1 - habit.forgets);
                    now[on] = Math.max(0, Math.min(1, before[on] + (aim - before[on]) * share + (on <= task ? random.nextGaussian() * 0.006 : 0)));
                }
                boolean last = stop == STOPS;
                long step = start + STEPS * stop / STOPS;
                if (last) {
                    run.events.add(new Event.TaskEnded("learner", step, task));
                    run.events.add(new Event.Spent("learner", step, task, STEPS * 5, 63, 1_910_000, (long) habit.memory));
                }
                evaluate(run, "learner", step, last ? task + 1 : task, last ? -1 : task, now);
                for (int twin = 1; twin <= task; twin++) {
                    evaluate(run, "learner/frozen@" + twin, twin * STEPS, last ? task + 1 : task, last ? -1 : task, frozen[twin]);
                }
                if (!whole && task == 3 && stop == 2) {
                    run.unfinished();
                    return;
                }
            }
            r[task] = now.clone();
            run.timings.add(new Event.Timed("learner", start + STEPS, task, habit.seconds / TASKS * (1 + random.nextGaussian() * 0.05), habit.seconds / TASKS, 310_000_000));
        }
        findings(run, habit, r, frozen);
        run.done();
    }

    private static void evaluate(RunFixture run, String role, long step, int after, int during, double[] scores) {
        for (int on = 0; on < TASKS; on++) {
            run.events.add(new Event.Evaluated(role, step, "evaluate", after, during, on, 200, Map.of("accuracy", scores[on], "loss", 1.2 - scores[on])));
        }
    }

    private static void findings(RunFixture run, Habit habit, double[][] r, double[][] frozen) {
        numbers(run, "learner", r);
        run.scalar("learner", "cost/samples", STEPS * 5 * TASKS).scalar("learner", "cost/updates", 63 * TASKS).scalar("learner", "cost/memory-bytes", habit.memory)
                .scalar("learner", "cost/parameter-bytes", 1_910_000);
        run.scalar("learner", "cost/seconds", run.timings.stream().mapToDouble(t -> ((Event.Timed) t).wallSeconds()).sum()).scalar("learner", "cost/cpu-seconds", habit.seconds)
                .scalar("learner", "cost/peak-heap", 310_000_000);
        for (int twin = 1; twin < TASKS; twin++) {
            double[][] rows = r.clone();
            for (int i = twin; i < TASKS; i++) {
                rows[i] = frozen[twin];
            }
            numbers(run, "learner/frozen@" + twin, rows);
            run.scalar("learner/frozen@" + twin, "continual-gain", 0.1 * twin);
        }
    }

    private static void numbers(RunFixture run, String role, double[][] r) {
        double acc = 0;
        double bwt = 0;
        double forgetting = 0;
        double learning = 0;
        double[] k = new double[TASKS - 1];
        double[] f = new double[TASKS - 1];
        for (int j = 0; j < TASKS; j++) {
            acc += r[TASKS - 1][j] / TASKS;
            learning += r[j][j] / TASKS;
            bwt += (r[TASKS - 1][j] - r[j][j]) / (TASKS - 1);
        }
        for (int t = 1; t < TASKS; t++) {
            k[t - 1] = t + 1;
            for (int j = 0; j < t; j++) {
                f[t - 1] += (r[j][j] - r[t][j]) / t;
            }
        }
        forgetting = f[TASKS - 2];
        run.scalar(role, "average-accuracy", acc).scalar(role, "backward-transfer", bwt).scalar(role, "forgetting", forgetting).scalar(role, "learning-accuracy", learning)
                .scalar(role, "forward-transfer", Double.NaN);
        run.series(role, "forgetting", k, f);
        run.matrix(role, "accuracy-matrix", r);
    }
}
