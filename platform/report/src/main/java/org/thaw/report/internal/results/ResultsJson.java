package org.thaw.report.internal.results;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.thaw.report.internal.data.Estimate;
import org.thaw.report.internal.data.ExperimentData;
import org.thaw.report.internal.data.Figures;
import org.thaw.report.internal.data.Problem;
import org.thaw.report.internal.data.Swap;
import org.thaw.runtime.folder.Json;

/** {@code results.json}: the lines of the CSV with the value of each seed, every hot swap of every run, and the runs that do not count. Undefined numbers are null. */
public final class ResultsJson {
    private static final int FORMAT = 1;

    private ResultsJson() {
    }

    private record File(int format, String experiment, String protocol, String interval, List<Line> results, List<Summary> summaries, List<Swap> swaps,
                        List<Problem> problems) {
    }

    private record Line(String environment, String learner, String role, String metric, int seeds, double mean, double iqm, double ciLow, double ciHigh,
                        Map<String, Double> values) {
    }

    private record Summary(String learner, String summary, double value) {
    }

    /** The whole file. */
    public static String write(ExperimentData data, List<ResultRow> rows) {
        List<Line> lines = rows.stream().map(ResultsJson::line).toList();
        List<Summary> summaries = data.summaries().scalars().stream().map(found -> new Summary(found.role(), found.metric(), Figures.tenDigits(found.value()))).toList();
        return Json.PRETTY.toJson(new File(FORMAT, data.name(), data.protocol(), "95%, Student's t over seeds, of the mean", lines, summaries, data.swaps(), data.problems()))
                + "\n";
    }

    private static Line line(ResultRow row) {
        Estimate e = row.estimate();
        Map<Long, Double> values = new TreeMap<>(row.values());
        Map<String, Double> bySeed = new java.util.LinkedHashMap<>();
        values.forEach((seed, value) -> bySeed.put(String.valueOf(seed), value));
        return new Line(row.environment(), row.learner(), row.role(), row.metric(), e.seeds(), Figures.tenDigits(e.mean()), Figures.tenDigits(e.iqm()),
                Figures.tenDigits(e.low()), Figures.tenDigits(e.high()), bySeed);
    }
}
