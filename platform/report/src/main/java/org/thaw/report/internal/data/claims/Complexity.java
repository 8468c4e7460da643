package org.thaw.report.internal.data.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.thaw.report.internal.data.Estimate;
import org.thaw.report.internal.data.ExperimentData;
import org.thaw.report.internal.data.Figures;

/** How complex learners are: as summaries tell, or else by the bytes that a learner's state takes, of which runs tell. */
final class Complexity {
    private static final String MEASURE = "/complexity/";
    private static final List<String> BYTES = List.of("cost/parameter-bytes", "cost/memory-bytes");

    private record Measure(String what, double value) {
        private String words() {
            String unit = what.replace('-', ' ');
            return what.endsWith("bytes") ? unit.replaceFirst(" ?bytes$", "").concat(" " + Figures.bytes(value)).strip() : Figures.number(value) + " " + unit;
        }
    }

    private final ExperimentData data;
    private final Told told;

    Complexity(ExperimentData data, Told told) {
        this.data = data;
        this.told = told;
    }

    /** To sort by; those of whom nothing is known come last. */
    double of(String learner) {
        return measures(learner).stream().mapToDouble(Measure::value).findFirst().orElse(Double.POSITIVE_INFINITY);
    }

    /** {@code 400 updates, state 3.24 kB}; empty if nothing is known. */
    String words(String learner) {
        return measures(learner).stream().map(Measure::words).collect(Collectors.joining(", "));
    }

    private List<Measure> measures(String learner) {
        List<Measure> measures = new ArrayList<>();
        for (String metric : told.ending(learner, "")) {
            int at = metric.indexOf(MEASURE);
            if (at > 0 && Double.isFinite(told.value(learner, metric))) {
                measures.add(new Measure(metric.substring(at + MEASURE.length()), told.value(learner, metric)));
            }
        }
        double bytes = bytes(learner);
        return !measures.isEmpty() || Double.isNaN(bytes) ? measures : List.of(new Measure("state-bytes", bytes));
    }

    /** Over the runs of that learner. */
    private double bytes(String learner) {
        return Estimate.of(data.runs().stream().filter(run -> data.toldAs(run).contains(learner))
                .mapToDouble(run -> BYTES.stream().mapToDouble(metric -> run.about("learner").scalar("learner", metric).orElse(Double.NaN)).sum()).toArray()).mean();
    }
}
