package org.thaw.report.internal.html.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.thaw.report.internal.data.Band;
import org.thaw.report.internal.data.Estimate;
import org.thaw.report.internal.data.Figures;

/**
 * Curves with bands.
 *
 * @param percent whether y is a share, from 0 to 1
 * @param marks   upright lines
 */
public record Lines(String kind, String title, String x, String y, boolean percent, List<Line> lines, List<Mark> marks) implements Chart {
    private static final int ROWS = 25;

    public Lines(String title, String x, String y, boolean percent, List<Line> lines, List<Mark> marks) {
        this("lines", title, x, y, percent, lines, marks);
    }

    /**
     * A curve.
     *
     * @param color  which of the page's colours
     * @param legend its name in the legend; several lines may share one
     */
    public record Line(String name, int color, Style style, String legend, double[] x, double[] mean, double[] low, double[] high) {
        /** Of a band. */
        public static Line of(String name, int color, Style style, Band band) {
            return of(name, color, style, name, band);
        }

        /** Of a band, with another name in the legend. */
        public static Line of(String name, int color, Style style, String legend, Band band) {
            return new Line(name, color, style, legend, band.x(), band.y().stream().mapToDouble(Estimate::mean).toArray(),
                    band.y().stream().mapToDouble(Estimate::low).toArray(), band.y().stream().mapToDouble(Estimate::high).toArray());
        }

        private String at(double place, boolean percent) {
            for (int i = 0; i < x.length; i++) {
                if (x[i] == place) {
                    return text(mean[i], percent) + certainty(i, percent);
                }
            }
            return "";
        }

        private String certainty(int i, boolean percent) {
            if (Double.isNaN(high[i])) {
                return "";
            }
            boolean even = Math.abs((high[i] + low[i]) / 2 - mean[i]) <= 1e-9 * Math.max(Math.abs(high[i]), Math.abs(low[i]));
            return even ? " ± " + text((high[i] - low[i]) / 2, percent) : " (" + text(low[i], percent) + " … " + text(high[i], percent) + ")";
        }

        private static String text(double value, boolean percent) {
            return percent ? Figures.percent(value) : Figures.number(value);
        }
    }

    /** How a curve is drawn. */
    public enum Style {
        /** A learner. */ SOLID,
        /** A twin that does not learn: dashed. */ FROZEN,
        /** A twin that was not swapped, or one that imitates: dashed and lighter. */ UNSWAPPED,
        /** A copy that had learned nothing and then learns: long and short dashes, hollow symbols. */ FRESH,
        /** One of many twins: thin and pale, one entry of the legend for all. */ CROWD
    }

    /**
     * An upright line at a place.
     *
     * @param label on top of it; may be empty
     * @param color which of the page's colours; −1 for none of them
     * @param tip   what it says when it is pointed at, line by line; empty for marks that say nothing
     */
    public record Mark(double x, String label, int color, List<String> tip) {
        /** One that says no more than its label. */
        public Mark(double x, String label) {
            this(x, label, -1, List.of());
        }
    }

    @Override
    public List<String> headings() {
        List<String> headings = new ArrayList<>(List.of(x));
        lines.forEach(line -> headings.add(line.name()));
        return headings;
    }

    /** At most {@value #ROWS} places, evenly chosen, the last among them. */
    @Override
    public List<List<String>> rows() {
        TreeSet<Double> places = new TreeSet<>();
        lines.forEach(line -> java.util.Arrays.stream(line.x()).forEach(places::add));
        List<Double> all = List.copyOf(places);
        List<List<String>> rows = new ArrayList<>();
        int every = Math.max(1, (all.size() + ROWS - 1) / ROWS);
        for (int i = (all.size() - 1) % every; i < all.size() && i >= 0; i += every) {
            List<String> row = new ArrayList<>(List.of(Figures.number(all.get(i))));
            for (Line line : lines) {
                row.add(line.at(all.get(i), percent));
            }
            rows.add(row);
        }
        return rows;
    }
}
