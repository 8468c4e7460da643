package org.thaw.report.internal.results;

import java.util.List;
import org.thaw.report.internal.data.Figures;
import org.thaw.report.internal.data.Swap;

/** {@code swaps.csv}, a line for each hot swap of each run, finished or not; in the format of {@code results.csv}. */
public final class SwapsCsv {
    private static final String HEADER = "run,environment,learner,seed,role,step,from_plugin,from_version,from_sha256,to_plugin,to_version,to_sha256,carried,twin,steps,gain";

    private SwapsCsv() {
    }

    /** The whole file. */
    public static String write(List<Swap> swaps) {
        StringBuilder out = new StringBuilder(HEADER).append("\r\n");
        for (Swap swap : swaps) {
            out.append(ResultsCsv.line(swap.run(), swap.environment(), swap.learner(), String.valueOf(swap.seed()), swap.role(), String.valueOf(swap.step()),
                    swap.from().plugin(), swap.from().version(), swap.from().sha256(), swap.to().plugin(), swap.to().version(), swap.to().sha256(),
                    String.valueOf(swap.carried()), String.valueOf(swap.twin()), Figures.exact(swap.steps()), Figures.exact(swap.gain()))).append("\r\n");
        }
        return out.toString();
    }
}
