package org.thaw.report.internal.html.section;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.thaw.report.internal.data.Arm;
import org.thaw.report.internal.data.SeriesOver;
import org.thaw.report.internal.html.Html;
import org.thaw.report.internal.html.Marks;
import org.thaw.report.internal.html.Section;
import org.thaw.report.internal.html.View;
import org.thaw.report.internal.html.chart.Lines;

/** Every other curve that a metric found. */
public final class SeriesSection implements Section {
    /** Those that have a section of their own. */
    private static final String SHOWN = "accuracy-matrix(/.*)?|cost(/.*)?|forgetting|return-curve/(evaluation|reward)";

    @Override
    public String id() {
        return "series";
    }

    @Override
    public String title() {
        return "Other curves";
    }

    @Override
    public void body(View view, Html out) {
        Html charts = new Html();
        for (String environment : view.data().environments()) {
            List<Arm> arms = view.data().in(environment);
            for (String metric : SeriesOver.names(arms)) {
                if (!metric.matches(SHOWN)) {
                    chart(view, environment, arms, metric, charts);
                }
            }
        }
        if (!charts.toString().isEmpty()) {
            out.raw("<div class=\"grid\">\n").raw(charts.toString()).raw("</div>\n");
        }
    }

    private static void chart(View view, String environment, List<Arm> arms, String metric, Html out) {
        List<Lines.Line> lines = view.lines(arms, arm -> SeriesOver.of(arm, metric));
        if (!lines.isEmpty()) {
            out.chart(new Lines(metric + view.on(environment), metric.endsWith("/episodes") ? "episode" : "step", metric, false, lines, within(lines, Marks.swaps(view, arms))));
        }
    }

    /** A series need not be over steps: marks beyond its ends would only stretch it. */
    private static List<Lines.Mark> within(List<Lines.Line> lines, List<Lines.Mark> marks) {
        DoubleSummaryStatistics places = lines.stream().flatMapToDouble(line -> Arrays.stream(line.x())).summaryStatistics();
        return marks.stream().filter(mark -> mark.x() >= places.getMin() && mark.x() <= places.getMax()).toList();
    }
}
