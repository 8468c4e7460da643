package org.thaw.report.internal.html.section;

import org.thaw.report.internal.html.Html;
import org.thaw.report.internal.html.Section;
import org.thaw.report.internal.html.View;

/** The runs that do not count, and why. */
public final class ProblemsSection implements Section {
    @Override
    public String id() {
        return "problems";
    }

    @Override
    public String title() {
        return "Runs that do not count";
    }

    @Override
    public void body(View view, Html out) {
        if (view.data().problems().isEmpty()) {
            return;
        }
        out.raw("<ul class=\"problems\">\n");
        view.data().problems().forEach(problem -> {
            out.raw("<li><span class=\"state\">").text(problem.state()).raw("</span> <code>").text(problem.run()).raw("</code> ");
            out.text(problem.message()).raw("</li>\n");
        });
        out.raw("</ul>\n");
    }
}
