package org.thaw.metrics.supervised.internal;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.RunView;
import org.thaw.api.metric.Summary;
import org.thaw.tck.host.Found;

/** A run of which only R[k, k] is told. */
record DiagonalRun(String learner, String environment, long seed, List<Event> story) implements RunView {
    /** The run whose accuracies right after learning each task are these. */
    DiagonalRun(String learner, String environment, long seed, double... accuracies) {
        this(learner, environment, seed, diagonal(accuracies));
    }

    static List<Event> diagonal(double... accuracies) {
        return IntStream.range(0, accuracies.length).mapToObj(k -> Story.test("learner", 100L * k, k + 1, -1, k, accuracies[k])).toList();
    }

    /** What a summary finds of runs. */
    static Found summed(Summary summary, DiagonalRun... runs) {
        List.of(runs).forEach(summary::on);
        Found found = new Found();
        summary.report(found);
        return found;
    }

    @Override
    public OptionalDouble scalar(String role, String metric) {
        return OptionalDouble.empty();
    }

    @Override
    public Iterable<Event> events() {
        return story;
    }
}
