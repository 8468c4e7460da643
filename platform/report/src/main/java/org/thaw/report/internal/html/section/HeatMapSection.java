package org.thaw.report.internal.html.section;

import java.util.List;
import java.util.stream.IntStream;
import org.thaw.report.internal.data.Arm;
import org.thaw.report.internal.data.Grid;
import org.thaw.report.internal.data.MetricKind;
import org.thaw.report.internal.html.Html;
import org.thaw.report.internal.html.Section;
import org.thaw.report.internal.html.View;
import org.thaw.report.internal.html.chart.Heat;

/** The matrices that were found, the accuracy matrix first; those of twins are folded away. */
public final class HeatMapSection implements Section {
    @Override
    public String id() {
        return "matrices";
    }

    @Override
    public String title() {
        return "Accuracy matrices";
    }

    @Override
    public void body(View view, Html out) {
        for (String environment : view.data().environments()) {
            List<Arm> arms = view.data().in(environment);
            Html live = maps(view, arms.stream().filter(arm -> !arm.frozen()).toList());
            if (live.toString().isEmpty()) {
                continue;
            }
            out.element("p", "Row i, column j: the accuracy on task j after learning through task i" + view.on(environment) + ", in percent, mean over seeds. A title that names a metric shows that metric's own matrix instead.");
            out.raw("<div class=\"grid small\">\n").raw(live.toString()).raw("</div>\n");
            Html twins = maps(view, arms.stream().filter(Arm::frozen).toList());
            if (!twins.toString().isEmpty()) {
                out.raw("<details><summary>frozen twins</summary>\n<div class=\"grid small\">\n").raw(twins.toString()).raw("</div></details>\n");
            }
        }
    }

    private static Html maps(View view, List<Arm> arms) {
        Html out = new Html();
        for (Arm arm : arms) {
            for (Grid grid : Grid.of(arm)) {
                MetricKind kind = view.kinds().of(grid.metric().replaceFirst("^(accuracy-matrix)/.*", "$1"));
                String title = arm.caption() + (grid.metric().equals("accuracy-matrix") ? "" : ": " + grid.metric().replaceFirst("^accuracy-matrix/", ""));
                if (!grid.metric().equals("accuracy-matrix/initial")) {
                    out.chart(Heat.of(title, kind.fraction(), labels("task ", grid.columns()), labels("after ", grid.rows().size()), grid));
                }
            }
        }
        return out;
    }

    private static List<String> labels(String before, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> before + i).toList();
    }
}
