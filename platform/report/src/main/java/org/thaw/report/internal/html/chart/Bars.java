package org.thaw.report.internal.html.chart;

import java.util.List;
import org.thaw.report.internal.data.Figures;

/** Lying bars with intervals, one for each learner. */
public record Bars(String kind, String title, boolean percent, List<Bar> bars) implements Chart {
    public Bars(String title, boolean percent, List<Bar> bars) {
        this("bars", title, percent, bars);
    }

    /**
     * A bar.
     *
     * @param text its value for people
     */
    public record Bar(String name, int color, double value, double low, double high, String text) {
    }

    @Override
    public List<String> headings() {
        return List.of("learner", title, "95% interval");
    }

    @Override
    public List<List<String>> rows() {
        return bars.stream().map(bar -> List.of(bar.name(), bar.text(),
                Double.isNaN(bar.low()) ? "" : text(bar.low()) + " … " + text(bar.high()))).toList();
    }

    private String text(double value) {
        return percent ? Figures.percent(value) : Figures.number(value);
    }
}
