package org.thaw.metrics.imitation.internal;

import java.util.List;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;

/**
 * E2 in one run, by arm ({@code learner}, {@code learner/frozen}, each student, {@code random}), over held-out lifetimes. Returns J are means over w steps, z =
 * (J − J_random)/(J_reference − J_random).
 *
 * <ul>
 * <li>{@code long-term-gap/z-at-freezing}, {@code …/z-at-end}: z over the first w steps after T1 and the last w of ΔT; {@code …/own-gain}, the second less the first.
 * <li>{@code long-term-gap}, of students and the frozen teacher: G = [J_T(T1 + ΔT) − J_X(T1 + ΔT)] / [J_T(T1 + ΔT) − J_T(T1)], a ratio of means: 0, it keeps up with
 *     the teacher; 1, it stays where the teacher was.
 * <li>{@code long-term-gap/ratio}, of students: R = z(T1) / z_T(T1), the gate of E1.
 * <li>{@code long-term-gap/lifetimes}: how many lifetimes these are over; {@code …/lifetimes-dropped}: how many were left out, as no episode ended in a window.
 * </ul>
 *
 * The series {@code long-term-gap/return} is the mean return over steps of the lifetime, in windows of w; a student's begins at T1.
 */
public final class LongTermGap implements Metric {
    static final String ID = "long-term-gap";

    private final Scale scale;
    private final Lifetimes lifetimes = new Lifetimes();

    /** The window and the scale. */
    public record Config(
            @Parameter(value = Scale.WINDOW, byDefault = "0", range = "[0,*)") long window,
            @Parameter(value = Scale.REFERENCE, byDefault = "[]") List<Double> reference) {
        public Config {
            reference = List.copyOf(reference);
            new Scale(window, reference, 0);
        }
    }

    private LongTermGap(Config config) {
        this.scale = new Scale(config.window(), config.reference(), 0);
    }

    @Override
    public void on(Event event) {
        lifetimes.on(event);
    }

    @Override
    public void report(Findings out) {
        Takeover takeover = new Takeover(ID, List.of(lifetimes), scale);
        if (!takeover.happened()) {
            return;
        }
        for (String arm : takeover.arms()) {
            Sample sample = takeover.of(arm);
            if (!arm.equals(Lifetimes.RANDOM)) {
                out.scalar(arm, ID + "/z-at-freezing", sample.of(takeover.atFreezing()).value());
                out.scalar(arm, ID + "/z-at-end", sample.of(takeover.atEnd()).value());
                out.scalar(arm, ID + "/own-gain", sample.of(takeover.ownGain()).value());
                out.scalar(arm, ID + "/lifetimes", sample.size());
                out.scalar(arm, ID + "/lifetimes-dropped", sample.dropped());
            }
            if (takeover.students().contains(arm) || arm.equals(Lifetimes.FROZEN_TEACHER)) {
                out.scalar(arm, ID, sample.of(Takeover::gap).value());
                out.scalar(arm, ID + "/ratio", takeover.atFreezing(arm).of(Takeover::ratio).value());
            }
            Curve curve = takeover.curve(arm);
            out.series(arm, ID + "/return", curve.x(), curve.y(Estimate::value));
        }
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = ID, summary = "E2: returns of teacher and students over lifetimes, and the gap G that opens after the freezing.",
            source = "Byrnes: You can't imitation-learn how to continual-learn. 2026")
    public static final class Factory implements MetricFactory<Config> {
        @Override
        public Metric create(Config configuration) {
            return new LongTermGap(configuration);
        }
    }
}
