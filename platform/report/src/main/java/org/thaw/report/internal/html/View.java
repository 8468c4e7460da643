package org.thaw.report.internal.html;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.thaw.report.internal.data.Arm;
import org.thaw.report.internal.data.Band;
import org.thaw.report.internal.data.Curve;
import org.thaw.report.internal.data.ExperimentData;
import org.thaw.report.internal.data.MetricKinds;
import org.thaw.report.internal.data.Timeline;
import org.thaw.report.internal.data.claims.Claims;
import org.thaw.report.internal.html.chart.Lines;

/** What the sections of the page show, and what they share: a learner has one colour throughout. */
public record View(ExperimentData data, MetricKinds kinds) {
    /** What summaries claim. */
    public Claims claims() {
        return new Claims(data);
    }

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

    /** A curve of each arm over seeds, those that are empty left out. Of more than a few frozen twins of one learner most are drawn as a crowd. */
    public List<Lines.Line> lines(List<Arm> arms, Function<Arm, Band> curve) {
        Crowd crowd = new Crowd(arms);
        List<Lines.Line> lines = new ArrayList<>();
        for (Arm arm : arms) {
            Band band = curve.apply(arm);
            if (!band.isEmpty()) {
                Lines.Style style = arm.unswapped() || arm.imitator() && !crowd.has(arm) ? Lines.Style.UNSWAPPED : arm.fresh() ? Lines.Style.FRESH : crowd.has(arm) ? Lines.Style.CROWD : arm.frozen() ? Lines.Style.FROZEN : Lines.Style.SOLID;
                lines.add(Lines.Line.of(arm.caption(), color(arm), style, style == Lines.Style.CROWD ? arm.original() + "’s other frozen twins" : arm.caption(), band));
            }
        }
        return lines;
    }

    /** The same of what happened over time. */
    public List<Lines.Line> timelines(List<Arm> arms, Function<Timeline, Curve> curve) {
        return lines(arms, arm -> Curve.over(arm.timelines().stream().map(curve).toList()));
    }
}
