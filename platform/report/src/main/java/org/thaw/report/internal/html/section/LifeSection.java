package org.thaw.report.internal.html.section;

import java.util.List;
import java.util.function.Function;
import org.thaw.report.internal.data.Arm;
import org.thaw.report.internal.data.Curve;
import org.thaw.report.internal.data.Timeline;
import org.thaw.report.internal.html.Html;
import org.thaw.report.internal.html.Marks;
import org.thaw.report.internal.html.Section;
import org.thaw.report.internal.html.View;
import org.thaw.report.internal.html.chart.Lines;

/** How lives went: returns in evaluations, and rewards as they were earned; twins dashed, changes of the task marked. */
public final class LifeSection implements Section {
    @Override
    public String id() {
        return "lives";
    }

    @Override
    public String title() {
        return "Lives";
    }

    @Override
    public void body(View view, Html out) {
        for (String environment : view.data().environments()) {
            chart(view, environment, "Return in evaluations", "return", timeline -> timeline.overall("return"), out);
            chart(view, environment, "Reward per step, as lived", "reward per step", Timeline::rewards, out);
        }
    }

    private static void chart(View view, String environment, String title, String y, Function<Timeline, Curve> curve,
                              Html out) {
        List<Arm> arms = view.data().in(environment);
        List<Lines.Line> lines = view.timelines(arms, curve);
        if (!lines.isEmpty()) {
            out.chart(new Lines(title + view.on(environment), "steps lived", y, false, lines, Marks.and(Marks.switches(arms), Marks.and(Marks.forks(arms), Marks.swaps(view, arms)))));
        }
    }
}
