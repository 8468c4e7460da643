package org.thaw.report.internal.html.chart;

import java.util.ArrayList;
import java.util.List;
import org.thaw.report.internal.data.Estimate;
import org.thaw.report.internal.data.Figures;
import org.thaw.report.internal.data.Grid;

/** A matrix as a heat map; cells that were not measured are left out. */
public record Heat(String kind, String title, boolean percent, List<String> across, List<String> down, List<Cell> cells) implements Chart {
    /** One cell. */
    public record Cell(int row, int column, double mean, double low, double high, int seeds) {
    }

    /** Of a matrix over seeds. */
    public static Heat of(String title, boolean percent, List<String> across, List<String> down, Grid grid) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < grid.rows().size(); i++) {
            for (int j = 0; j < grid.columns(); j++) {
                Estimate e = grid.rows().get(i).get(j);
                if (e.defined()) {
                    cells.add(new Cell(i, j, e.mean(), e.low(), e.high(), e.seeds()));
                }
            }
        }
        return new Heat("heat", title, percent, across, down, cells);
    }

    @Override
    public List<String> headings() {
        List<String> headings = new ArrayList<>(List.of(""));
        headings.addAll(across);
        return headings;
    }

    @Override
    public List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < down.size(); i++) {
            List<String> row = new ArrayList<>(List.of(down.get(i)));
            for (int j = 0; j < across.size(); j++) {
                int r = i;
                int c = j;
                row.add(cells.stream().filter(cell -> cell.row() == r && cell.column() == c).map(this::text).findFirst().orElse(""));
            }
            rows.add(row);
        }
        return rows;
    }

    private String text(Cell cell) {
        double half = (cell.high() - cell.low()) / 2;
        String mean = percent ? Figures.percent(cell.mean()) : Figures.number(cell.mean());
        return Double.isNaN(half) ? mean : mean + " ± " + (percent ? Figures.percent(half) : Figures.number(half));
    }
}
