package org.thaw.runtime.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Inspector;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.folder.RunFindings;
import org.thaw.runtime.internal.analysis.CollectedFindings;
import org.thaw.runtime.internal.context.RunServices;
import org.thaw.runtime.internal.fault.Guard;

/** The metrics of one run, fed with its events. */
final class Metrics implements Consumer<Event> {
    private record Guarded(String id, Guard guard, Metric metric) {
    }

    private final List<Guarded> metrics = new ArrayList<>();

    @SuppressWarnings("unchecked")
    Metrics(List<Binding> bindings, RunServices services) {
        for (Binding binding : bindings) {
            Guard guard = services.guard(binding);
            metrics.add(new Guarded(binding.plugin().id(), guard, guard.get("create", () -> ((MetricFactory<Record>) binding.plugin().factory()).create(binding.configuration()))));
        }
    }

    @Override
    public void accept(Event event) {
        for (Guarded each : metrics) {
            each.guard().run("on", () -> each.metric().on(event));
        }
    }

    /** Those that look into learners. */
    Inspection inspection() {
        Inspection inspection = new Inspection();
        for (Guarded each : metrics) {
            if (each.metric() instanceof Inspector inspector) {
                inspection.add(each.id(), each.guard(), inspector);
            }
        }
        return inspection;
    }

    RunFindings findings() {
        CollectedFindings findings = new CollectedFindings();
        for (Guarded each : metrics) {
            each.guard().run("report", () -> each.metric().report(findings));
        }
        return findings.all();
    }
}
