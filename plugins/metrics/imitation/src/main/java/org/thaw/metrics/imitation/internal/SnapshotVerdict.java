package org.thaw.metrics.imitation.internal;

import java.util.List;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.RunView;
import org.thaw.api.metric.Summary;
import org.thaw.api.metric.SummaryFactory;

/**
 * E1 over all runs: a gate, no evidence for or against the essay. Under {@code teacher/student}: {@code …/ratio} (R), {@code …/fidelity} (F under the teacher's states),
 * {@code …/fidelity/own} (F under the student's), each with a 95% interval by the bootstrap over lifetimes, and {@code …/passed}: 1 if R's interval lies above the
 * threshold, 0 if it does not, none with too few lifetimes, or where many were left out ({@code …/lifetimes}, {@code …/lifetimes-dropped}).
 */
public final class SnapshotVerdict implements Summary {
    private static final String ID = "snapshot-verdict";

    private final Config config;
    private final Teachers teachers = new Teachers();

    /** What decides, fixed before anything is run. */
    public record Config(
            @Parameter(value = Scale.WINDOW, byDefault = "0", range = "[0,*)") long window,
            @Parameter(value = "R whose interval must lie above this", byDefault = "0.9") double above,
            @Parameter(value = Family.LEAST, byDefault = "10", range = "[2,*)") int least,
            @Parameter(value = Family.RESAMPLES, byDefault = "10000", range = "[1,*)") int resamples) {
    }

    private SnapshotVerdict(Config config) {
        this.config = config;
    }

    @Override
    public void on(RunView run) {
        teachers.on(run);
    }

    @Override
    public void report(Findings out) {
        teachers.forEach((name, runs) -> {
            Takeover takeover = new Takeover(ID + "/" + name, runs, new Scale(config.window(), List.of(), config.resamples()));
            for (String student : takeover.students()) {
                report(name + "/" + student, takeover.atFreezing(student), out);
                fidelity(name + "/" + student, "/fidelity", Fidelity.underTeachers(ID + "/" + name + "/" + student, runs, student, "divergence", config.resamples()), out);
                fidelity(name + "/" + student, "/fidelity/own", Fidelity.underOwn(ID + "/" + name + "/" + student, runs, student, "divergence", config.resamples()), out);
            }
        });
    }

    private void report(String role, Sample sample, Findings out) {
        Estimate ratio = sample.of(Takeover::ratio);
        ratio.tell(out, role, ID + "/ratio");
        sample.tellSize(out, role, ID + "/lifetimes", config.least());
        out.scalar(role, ID + "/passed", !sample.counts(config.least()) ? Double.NaN : ratio.low() > config.above() ? 1 : 0);
    }

    private static void fidelity(String role, String metric, Sample sample, Findings out) {
        if (sample.size() > 0) {
            sample.of(means -> means[0]).tell(out, role, ID + metric);
        }
    }

    /** Makes the summary. */
    @Plugin(kind = Plugin.Kind.SUMMARY, id = ID, summary = "E1 over all runs: which students act as their teacher does at T1, so that E2 may count them.",
            source = "Byrnes: You can't imitation-learn how to continual-learn. 2026")
    public static final class Factory implements SummaryFactory<Config> {
        @Override
        public Summary create(Config configuration) {
            return new SnapshotVerdict(configuration);
        }
    }
}
