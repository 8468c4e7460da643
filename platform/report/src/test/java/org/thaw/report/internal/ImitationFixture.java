package org.thaw.report.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.thaw.api.metric.Event;
import org.thaw.runtime.analysis.ExperimentFindings;
import org.thaw.runtime.folder.ExperimentFolder;
import org.thaw.runtime.folder.RunFindings;

/**
 * A made-up experiment of imitation: two teachers, each with six students, a frozen copy and somebody who acts at random, and what a summary found over them. The
 * essay is refuted for the simple teacher and supported for the other. Lives have 2000 steps, the students begin at 500.
 */
public final class ImitationFixture {
    static final String ID = "gap-summary";
    private static final List<String> FROZEN = List.of("behaviour-cloning", "distillation", "scratchpad", "program-class", "shuffled");
    private static final int STEP = 100;
    private static final int FREEZING = 500;
    private static final int END = 2000;

    private final List<RunFindings.Scalar> scalars = new ArrayList<>();
    private final List<RunFindings.Series> series = new ArrayList<>();

    private ImitationFixture() {
    }

    /** Writes the runs. */
    public static Path write(Path runs) {
        Path folder = runs.resolve("imitation");
        run(folder, "ucb1", 80);
        run(folder, "tabular-q", 3240);
        try {
            String file = "{\"learners\": {\"tabular-q\": {}, \"ucb1\": {}}, \"summaries\": [{\"plugin\": \"" + ID
                    + "\", \"supportedAbove\": 0.5, \"students\": []}, \"other\"]}";
            Files.writeString(folder.resolve(ExperimentFolder.EXPERIMENT), file);
            Files.writeString(folder.resolve(ExperimentFolder.FIRST), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    private static void run(Path folder, String teacher, double bytes) {
        RunFixture run = new RunFixture(folder, "long-life", teacher, "CURRENT_DATA", "rooms", 0);
        FROZEN.forEach(role -> run.with(role, role));
        run.with("distillation-unfrozen", "distillation").with("random", "random");
        FROZEN.forEach(role -> run.events.add(new Event.Frozen(role, 1000)));
        for (long lifetime = 7; lifetime < 9; lifetime++) {
            run.events.add(new Event.Renewed("learner", 1000, lifetime, true));
            run.events.add(new Event.Forked("learner", 1500, "learner/frozen@" + lifetime));
            run.events.add(new Event.Frozen("learner/frozen@" + lifetime, 1500));
            run.events.add(new Event.Forked("distillation-unfrozen", 1000, "distillation-unfrozen@" + lifetime));
            run.events.add(new Event.Earned("learner", 2000, 1, 500, 50));
            run.scalar("distillation-unfrozen@" + lifetime, "cost/updates", 3);
        }
        run.scalar("learner", "cost/parameter-bytes", bytes).scalar("learner", "cost/memory-bytes", 0).scalar("learner", "long-term-gap/z-at-end", 0.9);
        run.scalar("learner/frozen", "long-term-gap/z-at-end", 0.4);
        FROZEN.forEach(role -> run.scalar(role, "cost/updates", 50).scalar(role, "long-term-gap/z-at-end", 0.5));
        run.scalar("distillation-unfrozen", "cost/updates", 50);
        run.done();
    }

    /** What the summary found; without thresholds and the place of freezing if it did not say. */
    public static ExperimentFindings found(boolean thresholds) {
        ImitationFixture of = new ImitationFixture();
        of.teacher("tabular-q", 1, 16, thresholds);
        of.student("tabular-q/behaviour-cloning", 1, 1.02, 0.98, 1.06, 0.96, 0.001, -0.02, 0.02);
        of.student("tabular-q/distillation", 1, 0.71, 0.62, 0.8, 0.95, 0.12, 0.05, 0.19);
        of.student("tabular-q/scratchpad", 0, 0.45, 0.15, 0.75, 0.93, 0.2, -0.1, 0.5);
        of.student("tabular-q/program-class", 1, 0.03, -0.05, 0.11, 0.97, 0.5, 0.45, 0.55);
        of.student("tabular-q/distillation-unfrozen", 1, 0.2, 0.1, 0.3, 0.94, 0.4, 0.35, 0.45);
        of.curve("tabular-q", "L2/return", 0, 16, 1500);
        of.teacher("ucb1", -1, 8, thresholds);
        of.student("ucb1/behaviour-cloning", Double.NaN, 0.9, 0.7, 1.1, 0.3, -0.1, -0.15, -0.05);
        of.student("ucb1/distillation", -1, 0.05, -0.05, 0.15, 0.98, 0.3, 0.25, 0.35);
        of.student("ucb1/program-class", 1, 0, -0.1, 0.1, 0.99, 0.3, 0.25, 0.35);
        of.student("ucb1/distillation-unfrozen", 1, 0.1, 0, 0.2, 0.95, 0.3, 0.2, 0.4);
        if (thresholds) {
            for (String arm : List.of("program-class", "distillation-unfrozen")) {
                of.scalar("tabular-q/" + arm, "gap/supported-below", 0.5);
                of.scalar("ucb1/" + arm, "gap/supported-below", 0.5);
            }
            of.scalar("tabular-q/shuffled", "failed-as-expected", 1);
            of.scalar("ucb1/misspelt", "verdict", Double.NaN);
            of.scalar("ucb1/misspelt", "not-counted/listed-but-nobody-of-that-name-lived", 1);
        }
        of.interval("tabular-q/shuffled", "gap", 1.4, 1.2, 1.6);
        of.interval("ucb1/shuffled", "gap", 1.2, 1, 1.4);
        return new ExperimentFindings(Map.of(), new RunFindings(of.scalars, of.series, List.of()), List.of());
    }

    private void teacher(String name, double verdict, double best, boolean thresholds) {
        scalar(name, "verdict", verdict);
        interval(name, "headroom", 0.41, 0.3, 0.52);
        if (thresholds) {
            scalar(name, "frozen-at", FREEZING);
            scalar(name, "gap/supported-above", 0.5);
            scalar(name, "gap/refuted-below", 0.2);
            scalar(name, "ratio/counted-above", 0.9);
            scalar(name, "headroom/counted-above", 0.2);
        }
        curve(name, 0, best, 1500);
        interval(name + "/learner/frozen", "z-at-end", 0.4, 0.3, 0.5);
        for (String arm : List.of("behaviour-cloning", "distillation", "distillation-unfrozen", "program-class", "scratchpad", "shuffled", "learner/frozen")) {
            curve(name + "/" + arm, FREEZING, best * (arm.contains("unfrozen") || arm.startsWith("program") ? 0.95 : arm.equals("distillation") ? 0.6 : 0.4), 1000);
        }
        curve(name + "/random", 0, 0.3, 1);
    }

    private void student(String role, double verdict, double gap, double low, double high, double ratio, double gain, double gainLow, double gainHigh) {
        interval(role, "gap", gap, low, high);
        scalar(role, "gap/p", 0.002);
        scalar(role, "gap/p-holm", 0.012);
        scalar(role, "counted", Double.isNaN(verdict) ? 0 : 1);
        scalar(role, "verdict", verdict);
        interval(role, "ratio", ratio, ratio - 0.02, ratio + 0.02);
        interval(role, "own-gain", gain, gainLow, gainHigh);
    }

    private void interval(String role, String metric, double value, double low, double high) {
        scalar(role, metric, value);
        scalar(role, metric + "/low", low);
        scalar(role, metric + "/high", high);
    }

    private void scalar(String role, String metric, double value) {
        scalars.add(new RunFindings.Scalar(role, ID + "/" + metric, value));
    }

    private void curve(String role, int from, double height, double pace) {
        curve(role, "return", from, height, pace);
    }

    private void curve(String role, String metric, int from, double height, double pace) {
        int count = (END - from) / STEP;
        double[] x = new double[count];
        double[] y = new double[count];
        double[] low = new double[count];
        double[] high = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = from + STEP * (i + 1);
            y[i] = height * (1 - StrictMath.exp(-x[i] / pace));
            low[i] = y[i] - height / 20;
            high[i] = y[i] + height / 30;
        }
        series.add(new RunFindings.Series(role, ID + "/" + metric, x, y));
        series.add(new RunFindings.Series(role, ID + "/" + metric + "/low", x, low));
        series.add(new RunFindings.Series(role, ID + "/" + metric + "/high", x, high));
    }
}
