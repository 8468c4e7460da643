package org.thaw.report.internal.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A swap that several seeds of a learner have in common: the same step, the same two versions.
 *
 * @param swap one of them
 * @param runs how many of the learner's finished runs had it
 * @param of   how many finished runs the learner has
 */
public record SwapPoint(Swap swap, int runs, int of) {
    /** Those of a learner, by step; none for a twin, which was not swapped. */
    public static List<SwapPoint> of(Arm arm) {
        List<SwapPoint> points = new ArrayList<>();
        for (Run run : arm.runs()) {
            for (Swap swap : run.swaps()) {
                if (swap.role().equals(arm.role())) {
                    add(points, swap, arm.runs().size());
                }
            }
        }
        points.sort(Comparator.comparingLong(point -> point.swap.step()));
        return points;
    }

    private static void add(List<SwapPoint> points, Swap swap, int of) {
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).swap.alike(swap)) {
                points.set(i, new SwapPoint(points.get(i).swap, points.get(i).runs + 1, of));
                return;
            }
        }
        points.add(new SwapPoint(swap, 1, of));
    }

    /** {@code all 5 runs}, {@code 2 of 5 runs}; empty for a single run. */
    public String share() {
        return of == 1 ? "" : runs == of ? "all " + of + " runs" : runs + " of " + of + " runs";
    }

    /** A sentence about the learner. */
    public String text() {
        String mixed = runs < of ? "; means mix runs with and without it" : "";
        return swap.learner() + " was swapped at step " + Figures.number(swap.step()) + ": " + swap.text() + (of == 1 ? "" : " (" + share() + mixed + ")") + ".";
    }
}
