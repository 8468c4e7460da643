package org.thaw.report.internal.html.section;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.thaw.report.internal.data.Arm;
import org.thaw.report.internal.data.Best;
import org.thaw.report.internal.data.Estimate;
import org.thaw.report.internal.data.Figures;
import org.thaw.report.internal.data.MetricKind;
import org.thaw.report.internal.data.SwapPoint;
import org.thaw.report.internal.html.Html;
import org.thaw.report.internal.html.Section;
import org.thaw.report.internal.html.View;

/** Learners against main metrics, with intervals; every number of every metric folded away below. */
public final class ResultsSection implements Section {
    @Override
    public String id() {
        return "results";
    }

    @Override
    public String title() {
        return "Results";
    }

    @Override
    public void body(View view, Html out) {
        if (view.data().arms().isEmpty()) {
            out.element("p", "No run is finished yet, so there is nothing to compare.");
            return;
        }
        for (String environment : view.data().environments()) {
            if (view.data().environments().size() > 1) {
                out.element("h3", environment);
            }
            List<Arm> learners = view.data().learners(environment);
            table(view, view.data().learning(environment), learners, out);
            List<Arm> twins = view.data().in(environment).stream().filter(arm -> arm.frozen() && !arm.scalars().isEmpty()).toList();
            if (!twins.isEmpty()) {
                out.raw("<details><summary>").text("frozen twins (" + twins.size() + ")").raw("</summary>");
                table(view, twins, learners, out);
                out.raw("</details>");
            }
        }
        reading(view, out);
        view.data().arms().stream().flatMap(arm -> SwapPoint.of(arm).stream()).forEach(point -> out.element("p class=\"note\"", point.text()));
        everything(view, out);
    }

    private static void table(View view, List<Arm> arms, List<Arm> learners, Html out) {
        Set<String> found = new LinkedHashSet<>();
        arms.forEach(arm -> found.addAll(arm.scalars()));
        List<MetricKind> columns = view.kinds().main(found).stream().filter(kind -> arms.stream().anyMatch(arm -> arm.estimate(kind.id()).defined())).toList();
        Best best = new Best(learners);
        out.raw("<div class=\"scroll\"><table class=\"verdict\"><thead><tr><th scope=\"col\">learner</th>");
        for (MetricKind kind : columns) {
            String better = kind.better() == MetricKind.Better.HIGHER ? " ↑" : kind.better() == MetricKind.Better.LOWER ? " ↓" : "";
            out.raw("<th scope=\"col\" title=\"").text(kind.definition()).raw("\">").text(kind.label() + better).raw("</th>");
        }
        out.raw("</tr></thead><tbody>\n");
        for (Arm arm : arms) {
            out.raw("<tr><th scope=\"row\"><span class=\"key" + (arm.twin() ? " twin" : "") + "\" data-color=\"" + view.color(arm) + "\"></span>").text(arm.caption());
            if (!arm.ordinary() && !arm.twin()) {
                out.raw(" <span class=\"mark\" title=\"sees more than its current task's data\">").text(arm.privilege()).raw("</span>");
            }
            out.raw("</th>");
            for (MetricKind kind : columns) {
                cell(kind, arm.estimate(kind.id()), best.is(arm, kind), out);
            }
            out.raw("</tr>\n");
        }
        out.raw("</tbody></table></div>\n");
    }

    private static void cell(MetricKind kind, Estimate e, boolean best, Html out) {
        out.raw(best ? "<td class=\"best\">" : "<td>");
        if (e.defined()) {
            out.raw("<b>").text(Figures.mean(kind, e)).raw("</b><small>").text(Figures.range(kind, e)).raw("</small>");
        }
        out.raw("</td>");
    }

    private static void reading(View view, Html out) {
        String bound = view.data().arms().stream().anyMatch(arm -> !arm.ordinary()) ? " A learner marked by what else it may see is a bound and does not compete." : "";
        out.element("p class=\"note\"", "Mean over seeds, in percent where the metric is a share; below it the 95% interval of the mean (Student's t over seeds). "
                + "↑ more is better, ↓ less is better; the best mean of each column is highlighted." + bound);
    }

    private static void everything(View view, Html out) {
        List<List<String>> rows = new ArrayList<>();
        for (Arm arm : view.data().lasting()) {
            for (String metric : arm.scalars()) {
                Estimate e = arm.estimate(metric);
                rows.add(List.of(arm.name() + view.on(arm.environment()), metric, String.valueOf(e.seeds()), Figures.number(e.mean()), Figures.number(e.iqm()),
                        Figures.number(e.low()), Figures.number(e.high())));
            }
        }
        out.raw("<details><summary>every number</summary>");
        out.table(List.of("learner", "metric", "seeds", "mean", "interquartile mean", "95% low", "95% high"), rows);
        out.raw("</details>\n");
    }
}
