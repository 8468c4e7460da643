package org.thaw.report.internal.data;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.thaw.runtime.folder.RunFindings;

/**
 * A number of a summary with what is said of its certainty: an interval, which the summary calls {@code <metric>/low} and {@code <metric>/high}, or a standard error,
 * {@code <metric>/error}.
 *
 * @param role   a learner
 * @param metric the number's name
 * @param value  the number
 * @param text   the number for people: {@code 0.61 (0.46 … 0.75)}, {@code 0.5 ± 0.25}, {@code 0.5}
 */
public record SummaryFigure(String role, String metric, double value, String text) {
    private static final List<String> PARTS = List.of("/low", "/high", "/error");

    /** All numbers of summaries, in the order in which they were found; undefined ones are left out. */
    public static List<SummaryFigure> of(RunFindings summaries) {
        List<SummaryFigure> figures = new ArrayList<>();
        for (RunFindings.Scalar scalar : summaries.scalars()) {
            boolean part = PARTS.stream().anyMatch(end -> scalar.metric().endsWith(end)
                    && summaries.scalar(scalar.role(), scalar.metric().substring(0, scalar.metric().length() - end.length())).isPresent());
            if (!part && Double.isFinite(scalar.value())) {
                figures.add(new SummaryFigure(scalar.role(), scalar.metric(), scalar.value(), Figures.number(scalar.value()) + certainty(scalar, summaries)));
            }
        }
        return figures;
    }

    private static String certainty(RunFindings.Scalar of, RunFindings summaries) {
        OptionalDouble low = finite(of, "/low", summaries);
        OptionalDouble high = finite(of, "/high", summaries);
        OptionalDouble error = finite(of, "/error", summaries);
        if (low.isPresent() && high.isPresent()) {
            return " (" + Figures.number(low.getAsDouble()) + " … " + Figures.number(high.getAsDouble()) + ")";
        }
        return error.isPresent() ? " ± " + Figures.number(error.getAsDouble()) : "";
    }

    private static OptionalDouble finite(RunFindings.Scalar of, String part, RunFindings summaries) {
        OptionalDouble value = summaries.scalar(of.role(), of.metric() + part);
        return value.isPresent() && Double.isFinite(value.getAsDouble()) ? value : OptionalDouble.empty();
    }
}
