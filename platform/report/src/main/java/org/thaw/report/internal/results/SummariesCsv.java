package org.thaw.report.internal.results;

import java.util.List;
import org.thaw.report.internal.data.Figures;
import org.thaw.runtime.folder.RunFindings;

/**
 * {@code summaries.csv}, a line for each number that summaries found over all runs, verdicts among them; in the format of {@code results.csv}. The ends of an
 * interval and the like are lines of their own.
 */
public final class SummariesCsv {
    private static final String HEADER = "experiment,learner,summary,value";

    private SummariesCsv() {
    }

    /** The whole file. */
    public static String write(String experiment, List<RunFindings.Scalar> found) {
        StringBuilder out = new StringBuilder(HEADER).append("\r\n");
        found.forEach(scalar -> out.append(ResultsCsv.line(experiment, scalar.role(), scalar.metric(), Figures.exact(scalar.value()))).append("\r\n"));
        return out.toString();
    }
}
