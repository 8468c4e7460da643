package org.thaw.report.internal.html.section;

import java.util.LinkedHashSet;
import java.util.Set;
import org.thaw.report.internal.data.Arm;
import org.thaw.report.internal.data.MetricKind;
import org.thaw.report.internal.data.SeriesOver;
import org.thaw.report.internal.data.SummaryFigure;
import org.thaw.report.internal.html.Html;
import org.thaw.report.internal.html.Section;
import org.thaw.report.internal.html.View;

/** What was measured, by what definition. */
public final class DefinitionsSection implements Section {
    @Override
    public String id() {
        return "definitions";
    }

    @Override
    public String title() {
        return "Definitions";
    }

    @Override
    public void body(View view, Html out) {
        Set<String> metrics = new LinkedHashSet<>();
        view.data().arms().forEach(arm -> metrics.addAll(arm.scalars()));
        metrics.addAll(SeriesOver.names(view.data().arms()));
        SummaryFigure.of(view.data().summaries()).forEach(figure -> metrics.add(figure.metric()));
        out.element("p", "T tasks; R[i, j] is the accuracy on task j after learning through task i; b_j is the accuracy on task j before any learning. Intervals are "
                + "Student's t at 95% over seeds, n − 1 degrees of freedom; the interquartile mean leaves out the lowest and the highest quarter of the seeds. "
                + "A number is over the finished runs in which it is defined."
                + (view.data().arms().stream().anyMatch(Arm::fresh) ? " A fresh copy of a learner was made before anything was learned, and learns by itself from the switch on." : ""));
        out.raw("<dl>\n");
        for (String metric : metrics) {
            MetricKind kind = view.kinds().of(metric);
            if (!metric.startsWith("accuracy-matrix/")) {
                out.raw("<dt><code>").text(metric).raw("</code></dt><dd>");
                out.text(kind.definition().isEmpty() ? "Defined by the plugin that found it; see Provenance." : kind.definition());
                out.text(kind.source().isEmpty() ? "" : " (" + kind.source() + ")").raw("</dd>\n");
            }
        }
        out.raw("</dl>\n");
    }
}
