package org.thaw.report.internal.html;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.thaw.report.internal.data.Arm;
import org.thaw.report.internal.data.Curve;
import org.thaw.report.internal.data.ExperimentData;
import org.thaw.report.internal.data.MetricKinds;
import org.thaw.report.internal.data.Timeline;
import org.thaw.report.internal.html.chart.Lines;

/** What the sections of the page show, and what they share: a learner has one colour throughout. */
public record View(ExperimentData data, MetricKinds kinds) {
    /** The colour of a learner and its twins. */
    public int color(Arm arm) {
        return Math.max(0, data.arms().stream().map(Arm::original).distinct().toList().indexOf(arm.original()));
    }

    /** {@code " on mnist"} where there are several environments, so that titles can tell them apart; else empty. */
    public String on(String environment) {
        return data.environments().size() > 1 ? " on " + environment : "";
    }

    /** Whether any of the learners was evaluated by a score. */
    public boolean scored(List<Arm> arms, String score) {
        return arms.stream().anyMatch(arm -> arm.timelines().stream().anyMatch(timeline -> !timeline.byTask(score).isEmpty()));
    }

    /** A curve of an arm over seeds: a twin's is dashed. */
    public Lines.Line line(Arm arm, String name, Function<Timeline, Curve> curve) {
        return Lines.Line.of(name, color(arm), arm.twin(), Curve.over(arm.timelines().stream().map(curve).toList()));
    }

    /** When the tasks of a learner began, the first left out. */
    public List<Lines.Mark> taskMarks(Arm arm) {
        List<Long> starts = arm.timelines().get(0).taskStarts();
        return IntStream.range(1, starts.size()).mapToObj(i -> new Lines.Mark(starts.get(i), "")).toList();
    }
}
