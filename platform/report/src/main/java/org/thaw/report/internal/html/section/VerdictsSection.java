package org.thaw.report.internal.html.section;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
            new VerdictTables(claims).write(summary, out);
            fixed(view, summary, out);
            new InContext(claims).write(summary, out);
        }
    }

    /** What the experiment's file says of the summary: it was there before the first run. */
    private static void fixed(View view, String summary, Html out) {
        List<String> values = new ArrayList<>();
        if (view.data().source().get("summaries") instanceof JsonArray list) {
            list.forEach(each -> {
                if (each instanceof JsonObject entry && entry.get("plugin") instanceof JsonPrimitive plugin && plugin.getAsString().replaceFirst("@.*", "").equals(summary)) {
                    entry.entrySet().stream().filter(field -> field.getValue().isJsonPrimitive() && !field.getKey().equals("plugin"))
                            .forEach(field -> values.add(field.getKey() + " " + field.getValue().getAsString()));
                }
            });
        }
        String definition = view.kinds().of(summary).definition();
        String file = values.isEmpty() ? "" : " Fixed in " + ExperimentFolder.EXPERIMENT + ": " + String.join(" · ", values) + ".";
        if (!definition.isEmpty() || !file.isEmpty()) {
            out.element("p class=\"note\"", (definition + file).strip());
        }
    }
}
