package org.thaw.report.internal.html.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.thaw.report.internal.data.Arm;
import org.thaw.report.internal.data.Curve;
import org.thaw.report.internal.data.Timeline;
import org.thaw.report.internal.html.Html;
import org.thaw.report.internal.html.Marks;
import org.thaw.report.internal.html.Section;
import org.thaw.report.internal.html.View;
import org.thaw.report.internal.html.chart.Lines;

/** Accuracy over the examples met: of all learners together, then task by task for each. */
public final class CurvesSection implements Section {
    private static final String ACCURACY = "accuracy";

    @Override
    public String id() {
        return "curves";
    }

    @Override
    public String title() {
        return "Learning curves";
    }

    @Override
    public void body(View view, Html out) {
        boolean any = false;
        for (String environment : view.data().environments()) {
            List<Arm> learners = view.data().learning(environment);
            if (view.scored(learners, ACCURACY)) {
                any = true;
                charts(view, environment, learners, out);
            }
        }
        if (any) {
            out.element("p class=\"note\"", "Lines are means over seeds, bands their 95% intervals. Upright lines: a task begins, or as said above them another learner takes over.");
        }
    }

    private static void charts(View view, String environment, List<Arm> learners, Html out) {
        List<Lines.Line> lines = view.timelines(learners, timeline -> timeline.overall(ACCURACY));
        out.chart(new Lines("Mean accuracy on the tasks met so far" + view.on(environment), "examples met", ACCURACY, true, lines, Marks.and(Marks.tasks(learners.get(0)), Marks.swaps(view, learners))));
        out.raw("<h3>Each task by itself" + Html.escape(view.on(environment)) + "</h3>\n<div class=\"grid\">\n");
        for (Arm arm : learners) {
            out.chart(new Lines(arm.caption(), "examples met", ACCURACY, true, tasks(arm), Marks.and(Marks.tasks(arm), Marks.plain(Marks.swaps(view, List.of(arm))))));
        }
        out.raw("</div>\n");
    }

    private static List<Lines.Line> tasks(Arm arm) {
        Map<Integer, List<Curve>> tasks = new TreeMap<>();
        for (Timeline timeline : arm.timelines()) {
            timeline.byTask(ACCURACY).forEach((task, curve) -> tasks.computeIfAbsent(task, t -> new ArrayList<>()).add(curve));
        }
        List<Lines.Line> lines = new ArrayList<>();
        tasks.forEach((task, curves) -> lines.add(Lines.Line.of("task " + (task + 1), task, Lines.Style.SOLID, Curve.over(curves))));
        return lines;
    }
}
