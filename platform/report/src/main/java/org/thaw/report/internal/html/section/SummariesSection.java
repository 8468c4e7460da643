package org.thaw.report.internal.html.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.thaw.report.internal.data.Arm;
import org.thaw.report.internal.data.SummaryFigure;
import org.thaw.report.internal.html.Html;
import org.thaw.report.internal.html.Section;
import org.thaw.report.internal.html.View;
import org.thaw.report.internal.html.chart.Heat;
import org.thaw.report.internal.html.chart.Lines;
import org.thaw.runtime.folder.RunFindings;

/** What summaries found over all runs: a line for each number, a curve for each series, a map for each matrix. */
public final class SummariesSection implements Section {
    @Override
    public String id() {
        return "summaries";
    }

    @Override
    public String title() {
        return "Over all runs";
    }

    @Override
    public void body(View view, Html out) {
        RunFindings found = view.data().summaries();
        List<SummaryFigure> figures = SummaryFigure.of(found);
        boolean told = !view.claims().learners().isEmpty();
        if (!figures.isEmpty()) {
            out.raw(told ? "<details><summary>every number of the summaries (" + figures.size() + ")</summary>" : "");
            out.raw("<div class=\"scroll\"><table>\n<thead><tr><th>learner</th><th>summary</th><th>value</th></tr></thead>\n<tbody>\n");
            for (SummaryFigure figure : figures) {
                out.raw("<tr>").element("td", figure.role()).element("td", figure.metric()).element("td", figure.text()).raw("</tr>\n");
            }
            out.raw("</tbody></table></div>\n").raw(told ? "</details>\n" : "");
        }
        LifeFigures drawn = new LifeFigures(view, view.claims());
        List<String> curves = found.series().stream().filter(series -> !drawn.draws(series)).map(RunFindings.Series::metric).distinct().toList();
        if (!curves.isEmpty() || !found.matrices().isEmpty()) {
            out.raw("<div class=\"grid\">\n");
            curves.forEach(metric -> out.chart(new Lines(metric, "", metric, false, lines(view, found, metric), List.of())));
            found.matrices().forEach(matrix -> out.chart(heat(matrix)));
            out.raw("</div>\n");
        }
    }

    private static Heat heat(RunFindings.Matrix matrix) {
        List<Heat.Cell> cells = new ArrayList<>();
        int columns = 0;
        for (int i = 0; i < matrix.rows().length; i++) {
            columns = Math.max(columns, matrix.rows()[i].length);
            for (int j = 0; j < matrix.rows()[i].length; j++) {
                if (Double.isFinite(matrix.rows()[i][j])) {
                    cells.add(new Heat.Cell(i, j, matrix.rows()[i][j], Double.NaN, Double.NaN, 1));
                }
            }
        }
        return new Heat("heat", matrix.metric() + ", " + matrix.role(), false, tasks(columns), tasks(matrix.rows().length), cells);
    }

    private static List<String> tasks(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(task -> "task " + task).toList();
    }

    private static List<Lines.Line> lines(View view, RunFindings found, String metric) {
        // after the learners whoever else is told of: a learner of one case, or in one environment
        List<String> roles = Stream.concat(view.data().arms().stream().map(Arm::original), found.series().stream().map(RunFindings.Series::role)).distinct().toList();
        return found.series().stream().filter(series -> series.metric().equals(metric)).map(series -> {
            double[] none = new double[series.x().length];
            Arrays.fill(none, Double.NaN);
            return new Lines.Line(series.role(), roles.indexOf(series.role()), Lines.Style.SOLID, series.role(), series.x(), series.y(), none, none);
        }).toList();
    }
}
