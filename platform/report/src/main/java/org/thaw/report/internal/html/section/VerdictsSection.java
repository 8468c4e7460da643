package org.thaw.report.internal.html.section;

import java.util.Set;
import org.thaw.report.internal.data.Registration;
import org.thaw.report.internal.data.claims.Claims;
import org.thaw.report.internal.html.Html;
import org.thaw.report.internal.html.Section;
import org.thaw.report.internal.html.View;
import org.thaw.runtime.folder.ExperimentFolder;

/** What the experiment was made to find out: the lives, the evidence, the verdicts and what would have been the opposite. First on the page. */
public final class VerdictsSection implements Section {
    @Override
    public String id() {
        return "verdicts";
    }

    @Override
    public String title() {
        return "Verdicts";
    }

    @Override
    public void body(View view, Html out) {
        Claims claims = view.claims();
        if (claims.learners().isEmpty()) {
            return;
        }
        new LifeFigures(view, claims).write(out);
        new EvidenceFigures(claims).write(out);
        out.element("p class=\"note\"", "Bands and whiskers are 95% intervals. Dashed: frozen. A hollow point does not count: a gate was not passed, or it is a control; where it lies beyond the chart, a triangle points to it.");
        Set<String> summaries = claims.summaries();
        for (String summary : summaries) {
            out.raw(summaries.size() > 1 ? "<h3>" + Html.escape(view.kinds().of(summary).label()) + "</h3>\n" : "");
            new VerdictTables(claims, view.kinds()).write(summary, out);
            fixed(view, summary, out);
            new InContext(claims).write(summary, out);
        }
    }

    /** What the experiment's file says of the summary, and whether it said so before the first run. */
    private static void fixed(View view, String summary, Html out) {
        Registration registration = view.data().registration();
        String changed = registration.changed(summary);
        String values = String.join(" · ", registration.settings(summary));
        String where = (registration.known() && changed.isEmpty() ? "Fixed in " : "Set in ") + ExperimentFolder.EXPERIMENT + (registration.known() && changed.isEmpty() ? " before the first run" : "");
        String definition = view.kinds().of(summary).definition();
        if (!definition.isEmpty() || !values.isEmpty()) {
            out.element("p class=\"note\"", (definition + (values.isEmpty() ? "" : " " + where + ": " + values + ".")).strip());
        }
        if (!changed.isEmpty()) {
            out.raw("<p class=\"note\"><b>").text(changed).raw("</b></p>\n");
        }
    }
}
