package org.thaw.report.internal.data.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.thaw.report.internal.data.Figures;

/** Where a number's interval must lie for a claim to be supported or refuted; NaN where nothing was said. */
public record Bounds(double supportedAbove, double supportedBelow, double refutedAbove, double refutedBelow) {
    /** Whether anything was said. */
    public boolean given() {
        return !all().isEmpty();
    }

    /** {@code supported if the interval lies above 0.5, refuted if below 0.2}; empty if nothing was said. */
    public String words() {
        List<String> supports = sides(supportedAbove, supportedBelow);
        List<String> refutes = sides(refutedAbove, refutedBelow);
        if (!given()) {
            return "";
        }
        String supported = supports.isEmpty() ? "" : "supported if the interval lies " + String.join(" or ", supports) + (refutes.isEmpty() ? "; nothing here would refute" : ", ");
        return supported + (refutes.isEmpty() ? "" : "refuted if " + (supports.isEmpty() ? "the interval lies " : "") + String.join(" or ", refutes));
    }

    /** Lines for charts. */
    public List<Bound> all() {
        return Stream.of(new Bound("supported above", supportedAbove), new Bound("supported below", supportedBelow), new Bound("refuted above", refutedAbove),
                new Bound("refuted below", refutedBelow)).filter(bound -> Double.isFinite(bound.value())).toList();
    }

    private static List<String> sides(double above, double below) {
        List<String> sides = new ArrayList<>();
        if (Double.isFinite(above)) {
            sides.add("above " + Figures.brief(above));
        }
        if (Double.isFinite(below)) {
            sides.add("below " + Figures.brief(below));
        }
        return sides;
    }

    /** One of them. */
    public record Bound(String side, double value) {
        /** {@code supported above 0.5}. */
        public String words() {
            return side + " " + Figures.brief(value);
        }
    }
}
