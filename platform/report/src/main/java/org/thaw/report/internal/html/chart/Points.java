package org.thaw.report.internal.html.chart;

import java.util.List;
import org.thaw.report.internal.data.Figures;

/**
 * Numbers with intervals, side by side at a few places. With several places these lie along x; with one, each group has a row of its own.
 *
 * @param places names of the places, in order
 * @param below  a line more for each of them; may be empty texts
 * @param y      what the numbers are
 * @param bounds lines that the numbers are held against
 */
public record Points(String kind, String title, String x, String y, List<String> places, List<String> below, List<Group> groups, List<Bound> bounds) implements Chart {
    public Points(String title, String x, String y, List<String> places, List<String> below, List<Group> groups, List<Bound> bounds) {
        this("points", title, x, y, places, below, groups, bounds);
    }

    /** Points of one name and colour. */
    public record Group(String name, int color, List<Point> points) {
    }

    /**
     * A point.
     *
     * @param place  which of the places
     * @param hollow whether it is there to see, but does not count
     * @param text   the number for people
     */
    public record Point(int place, double value, double low, double high, boolean hollow, String text) {
    }

    /** A line. */
    public record Bound(double value, String label) {
    }

    @Override
    public List<String> headings() {
        return List.of(x, "who", y, "95% interval");
    }

    @Override
    public List<List<String>> rows() {
        return groups.stream().flatMap(group -> group.points().stream().map(point -> List.of(places.get(point.place()), group.name(), Figures.number(point.value()),
                Double.isFinite(point.low()) ? Figures.number(point.low()) + " … " + Figures.number(point.high()) : ""))).toList();
    }
}
