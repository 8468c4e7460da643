package org.thaw.report.internal.html.section;

import java.util.ArrayList;
import java.util.List;
import org.thaw.report.internal.data.Arm;
import org.thaw.report.internal.data.Band;
import org.thaw.report.internal.data.Estimate;
import org.thaw.report.internal.data.Figures;
import org.thaw.report.internal.data.MetricKind;
import org.thaw.report.internal.data.SeriesOver;
import org.thaw.report.internal.html.Html;
import org.thaw.report.internal.html.Section;
import org.thaw.report.internal.html.View;
import org.thaw.report.internal.html.chart.Bars;
import org.thaw.report.internal.html.chart.Lines;

/** What was lost and what was carried over: forgetting, backward and forward transfer. */
public final class TransferSection implements Section {
    private static final List<String> METRICS = List.of("forgetting", "backward-transfer", "forward-transfer");

    @Override
    public String id() {
        return "transfer";
    }

    @Override
    public String title() {
        return "Forgetting and transfer";
    }

    @Override
    public void body(View view, Html out) {
        Html charts = new Html();
        for (String environment : view.data().environments()) {
            List<Arm> learners = view.data().learners(environment);
            forgettingByTask(view, environment, learners, charts);
            METRICS.forEach(metric -> bars(view, environment, learners, view.kinds().of(metric), charts));
        }
        if (!charts.toString().isEmpty()) {
            out.raw("<div class=\"grid\">\n").raw(charts.toString()).raw("</div>\n");
        }
    }

    private static void forgettingByTask(View view, String environment, List<Arm> learners, Html out) {
        List<Lines.Line> lines = new ArrayList<>();
        for (Arm arm : learners) {
            Band band = SeriesOver.of(arm, "forgetting");
            if (!band.isEmpty() && band.x().length > 1) {
                lines.add(Lines.Line.of(arm.name(), view.color(arm), Lines.Style.SOLID, band));
            }
        }
        if (!lines.isEmpty()) {
            out.chart(new Lines("Forgetting after each task" + view.on(environment), "tasks learned", "forgetting", true, lines, List.of()));
        }
    }

    private static void bars(View view, String environment, List<Arm> learners, MetricKind kind, Html out) {
        List<Bars.Bar> bars = new ArrayList<>();
        for (Arm arm : learners) {
            Estimate e = arm.estimate(kind.id());
            if (e.defined()) {
                bars.add(new Bars.Bar(arm.name(), view.color(arm), e.mean(), e.low(), e.high(), Figures.interval(kind, e)));
            }
        }
        if (!bars.isEmpty()) {
            out.chart(new Bars(Character.toUpperCase(kind.label().charAt(0)) + kind.label().substring(1) + view.on(environment) + ", %", true, bars));
        }
    }
}
