package org.thaw.metrics.imitation.internal;

import java.util.List;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;

/**
 * E1 in one run, by student, over held-out lifetimes.
 *
 * <ul>
 * <li>{@code snapshot/ratio}: R = z_student / z_teacher over the first w steps after T1, a ratio of means; z = (J − J_random)/(J_reference − J_random), whose
 *     reference cancels.
 * <li>{@code snapshot/fidelity}: F = 1 − E<sub>s</sub>[JS₂(π_student, π_teacher)], under the states of the teacher that goes on from T1; {@code
 *     snapshot/fidelity/own}, under the student's own, against the teacher as frozen at T1. {@code snapshot/agreement} and {@code snapshot/agreement/own}: the
 *     share of steps with the same action.
 * </ul>
 */
public final class Snapshot implements Metric {
    private static final String ID = "snapshot";

    private final Scale scale;
    private final Lifetimes lifetimes = new Lifetimes();

    /** The window. */
    public record Config(@Parameter(value = Scale.WINDOW, byDefault = "0", range = "[0,*)") long window) {
    }

    private Snapshot(Config config) {
        this.scale = new Scale(config.window(), List.of(), 0);
    }

    @Override
    public void on(Event event) {
        lifetimes.on(event);
    }

    @Override
    public void report(Findings out) {
        List<Lifetimes> run = List.of(lifetimes);
        Takeover takeover = new Takeover(ID, run, scale);
        for (String student : takeover.students()) {
            out.scalar(student, ID + "/ratio", takeover.atFreezing(student).of(Takeover::ratio).value());
            out.scalar(student, ID + "/fidelity", mean(Fidelity.underTeachers(ID, run, student, "divergence", 0)));
            out.scalar(student, ID + "/fidelity/own", mean(Fidelity.underOwn(ID, run, student, "divergence", 0)));
            out.scalar(student, ID + "/agreement", mean(Fidelity.underTeachers(ID, run, student, "agreement", 0)));
            out.scalar(student, ID + "/agreement/own", mean(Fidelity.underOwn(ID, run, student, "agreement", 0)));
        }
    }

    private static double mean(Sample sample) {
        return sample.mean(0);
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = ID, summary = "E1: whether students act, and do, as the teacher does at T1: fidelity F and ratio R.",
            source = "Byrnes: You can't imitation-learn how to continual-learn. 2026")
    public static final class Factory implements MetricFactory<Config> {
        @Override
        public Metric create(Config configuration) {
            return new Snapshot(configuration);
        }
    }
}
