package org.thaw.report.internal.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.thaw.runtime.folder.RunFindings;

/** A matrix over seeds, cell by cell. */
public record Grid(String metric, List<List<Estimate>> rows) {
    /** All matrices that the metrics found for an arm; if there is no accuracy matrix among them, that of its evaluations. */
    public static List<Grid> of(Arm arm) {
        Set<String> metrics = new LinkedHashSet<>();
        arm.runs().forEach(run -> run.about(arm.role()).matrices().stream().map(RunFindings.Matrix::metric).forEach(metrics::add));
        List<Grid> grids = new ArrayList<>();
        if (!metrics.contains("accuracy-matrix")) {
            grids.add(new Grid("accuracy-matrix", over(arm.timelines().stream().map(timeline -> timeline.matrix("accuracy")).toList())));
        }
        for (String metric : metrics) {
            grids.add(new Grid(metric, over(arm.runs().stream().flatMap(run -> run.about(arm.role()).matrices().stream())
                    .filter(m -> m.metric().equals(metric)).map(RunFindings.Matrix::rows).toList())));
        }
        return grids.stream().filter(grid -> grid.rows.stream().flatMap(List::stream).anyMatch(Estimate::defined)).toList();
    }

    static List<List<Estimate>> over(List<double[][]> matrices) {
        int rows = matrices.stream().mapToInt(matrix -> matrix.length).max().orElse(0);
        int columns = matrices.stream().flatMap(java.util.Arrays::stream).mapToInt(row -> row.length).max().orElse(0);
        List<List<Estimate>> result = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            List<Estimate> row = new ArrayList<>();
            for (int j = 0; j < columns; j++) {
                int r = i;
                int c = j;
                row.add(Estimate.of(matrices.stream().filter(m -> r < m.length && c < m[r].length).mapToDouble(m -> m[r][c]).toArray()));
            }
            result.add(row);
        }
        return result;
    }

    /** How many columns. */
    public int columns() {
        return rows.isEmpty() ? 0 : rows.get(0).size();
    }
}
