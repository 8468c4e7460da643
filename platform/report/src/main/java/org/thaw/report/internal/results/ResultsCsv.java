package org.thaw.report.internal.results;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.thaw.report.internal.data.Figures;

/**
 * {@code results.csv} by RFC 4180, lines ended by CRLF. {@code seeds} counts the finished runs in which the metric was defined; {@code iqm} is the
 * interquartile mean; {@code ci_low} and {@code ci_high} are the 95% interval of the mean by Student's t over seeds. Undefined numbers are empty.
 */
public final class ResultsCsv {
    private static final String HEADER = "experiment,protocol,environment,learner,role,metric,seeds,mean,iqm,ci_low,ci_high";

    private ResultsCsv() {
    }

    /** The whole file. */
    public static String write(List<ResultRow> rows) {
        StringBuilder out = new StringBuilder(HEADER).append("\r\n");
        for (ResultRow row : rows) {
            out.append(line(row.experiment(), row.protocol(), row.environment(), row.learner(), row.role(), row.metric(), String.valueOf(row.estimate().seeds()),
                    Figures.exact(row.estimate().mean()), Figures.exact(row.estimate().iqm()), Figures.exact(row.estimate().low()),
                    Figures.exact(row.estimate().high()))).append("\r\n");
        }
        return out.toString();
    }

    static String line(String... fields) {
        return Arrays.stream(fields).map(ResultsCsv::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String field) {
        return field.matches("[^\",\r\n]*") ? field : "\"" + field.replace("\"", "\"\"") + "\"";
    }
}
