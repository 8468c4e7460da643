package org.thaw.metrics.imitation.internal;

import java.util.List;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;

/**
 * E4 in one run, by student, over held-out lifetimes; z = (J − J_random)/(J_reference − J_random), J over w steps, b in context windows.
 *
 * <ul>
 * <li>{@code knowledge-or-information/context}: z with the teacher's life in the context less z from an empty one, a check that wiping does something.
 * <li>{@code knowledge-or-information/slope}: z per doubling of the own experience, by least squares over log₂ b for b ≥ 1; {@code …/teachers-slope}: the teacher's.
 * <li>{@code knowledge-or-information/delta}: Δ = z_weights − z_context, the same data once in n updates of the weights, once in the context.
 * </ul>
 *
 * The series {@code knowledge-or-information/budgets} is z over b.
 */
public final class KnowledgeOrInformation implements Metric {
    private static final String ID = "knowledge-or-information";
    static final String BUDGETS = "budgets b of experience in context windows, ascending; the greatest is that of the protocol";

    private final Config config;
    private final Lifetimes lifetimes = new Lifetimes();

    /** The budgets and the scale. */
    public record Config(
            @Parameter(value = BUDGETS, byDefault = "[0.5,1,2,5,10,50]", range = "(0,*)") List<Double> budgets,
            @Parameter(value = "steps over which returns are averaged, w; 0: as many as students live with the context kept", byDefault = "0", range = "[0,*)") long window,
            @Parameter(value = Scale.REFERENCE, byDefault = "[]") List<Double> reference) {
        public Config {
            budgets = Budgets.checked(budgets);
            reference = List.copyOf(reference);
            new Scale(window, reference, 0);
        }
    }

    private KnowledgeOrInformation(Config config) {
        this.config = config;
    }

    @Override
    public void on(Event event) {
        lifetimes.on(event);
    }

    @Override
    public void report(Findings out) {
        Budgets found = new Budgets(ID, List.of(lifetimes), config.budgets(), new Scale(config.window(), config.reference(), 0));
        for (String student : found.students()) {
            Sample sample = found.of(student);
            out.scalar(student, ID + "/context", sample.of(found.context()).value());
            out.scalar(student, ID + "/slope", sample.of(found.slope()).value());
            out.scalar(student, ID + "/teachers-slope", sample.of(found.teachersSlope()).value());
            out.scalar(student, ID + "/delta", sample.of(found.delta()).value());
            if (sample.size() > 0) {
                out.series(student, ID + "/budgets", found.budgets(), found.curve(sample));
                out.series(student, ID + "/budgets/teacher", found.budgets(), found.teachersCurve(sample));
            }
        }
    }

    /** Makes the metric. */
    @Plugin(kind = Plugin.Kind.METRIC, id = ID, summary = "E4: what the context is worth, the slope of experience beyond it, and what the same data does to weights.",
            source = "Byrnes: You can't imitation-learn how to continual-learn. 2026")
    public static final class Factory implements MetricFactory<Config> {
        @Override
        public Metric create(Config configuration) {
            return new KnowledgeOrInformation(configuration);
        }
    }
}
