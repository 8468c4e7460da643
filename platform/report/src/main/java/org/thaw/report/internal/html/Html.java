package org.thaw.report.internal.html;

import java.util.List;
import org.thaw.report.internal.html.chart.Chart;
import org.thaw.runtime.folder.Film;
import org.thaw.runtime.folder.Json;

/** Writes HTML. Everything that is not markup of ours goes through {@link #escape}. */
public final class Html {
    private static final int FRAME_MILLIS = 100;
    private final StringBuilder out = new StringBuilder();

    /** Markup of ours, as it is. */
    public Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Text from anywhere. */
    public Html text(String text) {
        out.append(escape(text));
        return this;
    }

    /** An element with text from anywhere in it. */
    public Html element(String tag, String text) {
        return raw("<" + tag + ">").text(text).raw("</" + tag.replaceFirst(" .*", "") + ">\n");
    }

    /** A table; the first column heads its row. */
    public Html table(List<String> headings, List<List<String>> rows) {
        raw("<div class=\"scroll\"><table><thead><tr>");
        headings.forEach(heading -> element("th scope=\"col\"", heading));
        raw("</tr></thead><tbody>\n");
        for (List<String> row : rows) {
            raw("<tr>");
            for (int i = 0; i < row.size(); i++) {
                element(i == 0 ? "th scope=\"row\"" : "td", row.get(i));
            }
            raw("</tr>\n");
        }
        return raw("</tbody></table></div>\n");
    }

    /** A chart, with its content as a table folded away below it. */
    public Html chart(Chart chart) {
        raw("<figure class=\"chart " + chart.kind() + "\"><figcaption>").text(chart.title()).raw("</figcaption>\n");
        raw("<div class=\"plot\" role=\"img\" aria-label=\"").text(chart.title() + "; the same as a table below").raw("\"></div>\n");
        raw("<script type=\"application/json\">").raw(inScript(Json.COMPACT.toJson(chart))).raw("</script>\n");
        raw("<details><summary>as a table</summary>\n");
        table(chart.headings(), chart.rows());
        return raw("</details></figure>\n");
    }

    /** A film that plays by itself, with its description below it. */
    public Html film(String title, String description, Film film) {
        FilmStrip strip = new FilmStrip(film);
        raw("<figure class=\"film\"><figcaption>").text(title).raw("</figcaption>\n");
        raw("<div role=\"img\" aria-label=\"").text(title + "; " + description).raw("\" style=\"aspect-ratio:" + film.columns() + "/" + film.rows()
                + ";background-size:100% " + strip.length() + "00%;animation-duration:" + strip.length() * FRAME_MILLIS + "ms;animation-timing-function:steps("
                + strip.length() + ",jump-none);background-image:url(" + strip.data() + ")\"></div>\n");
        return element("p", description).raw("</figure>\n");
    }

    @Override
    public String toString() {
        return out.toString();
    }

    /** Text that stays text in elements and in quoted attributes. */
    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    /** JSON that means the same and cannot end the script element that holds it. */
    static String inScript(String json) {
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }
}
