package org.thaw.runtime.internal.analysis;

import java.util.Optional;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Metric;
import org.thaw.api.metric.MetricFactory;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.folder.RunFindings;
import org.thaw.runtime.internal.fault.Guard;
import org.thaw.runtime.internal.fault.RunException;

/** One metric at work on one run. Once it has failed it is asked no more, so that others can be fed with the same events. */
final class Measuring {
    private final Binding binding;
    private final Guard guard;
    private final CollectedFindings found = new CollectedFindings();
    private Optional<Metric> metric = Optional.empty();
    private Optional<RunException> fault = Optional.empty();

    Measuring(Binding binding) {
        this.binding = binding;
        this.guard = new Guard(binding.plugin().label());
        attempt(() -> metric = Optional.of(metric(binding, guard)));
    }

    @SuppressWarnings("unchecked")
    static Metric metric(Binding binding, Guard guard) {
        return guard.get("create", () -> ((MetricFactory<Record>) binding.plugin().factory()).create(binding.configuration()));
    }

    void on(Event event) {
        attempt(() -> guard.run("on", () -> metric.orElseThrow().on(event)));
    }

    void report() {
        attempt(() -> guard.run("report", () -> metric.orElseThrow().report(found)));
    }

    private void attempt(Runnable call) {
        if (fault.isEmpty()) {
            try {
                call.run();
            } catch (RunException e) {
                fault = Optional.of(e);
            }
        }
    }

    Binding binding() {
        return binding;
    }

    Optional<RunException> fault() {
        return fault;
    }

    RunFindings found() {
        return found.all();
    }
}
