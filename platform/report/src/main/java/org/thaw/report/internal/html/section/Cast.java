package org.thaw.report.internal.html.section;

import java.util.List;
import org.thaw.report.internal.data.claims.Claims;
import org.thaw.report.internal.html.chart.Lines;

/** Who appears in claims: names, colours and strokes, the same in every figure and table. */
record Cast(Claims claims) {
    private static final int LEARNER = 0;
    private static final int GREY = 6;
    private static final String FRESH = "learner/fresh";
    /** Those most unlike the learner's first. */
    private static final List<Integer> OTHERS = List.of(1, 2, 3, 4, 7, 8, 9, 5);

    /** For legends and tables; a copy of the learner is called after it. */
    String name(String learner, String arm) {
        return arm.isEmpty() ? learner : copy(arm) ? learner + arm.substring(arm.indexOf('/')) : arm;
    }

    /** The name, and whether it learned. */
    String caption(String learner, String arm) {
        String state = !claims.freezing() || copy(arm) || baseline(arm) ? "" : claims.frozen(learner, arm) ? ", frozen" : arm.isEmpty() || claims.lived(learner, arm) ? ", goes on learning" : "";
        return name(learner, arm) + state;
    }

    /** A learner and its copies share a colour; those who are only there to compare with are grey. */
    int color(String arm) {
        if (arm.isEmpty() || copy(arm)) {
            return LEARNER;
        }
        List<String> others = claims.arms().stream().filter(other -> !copy(other) && !baseline(other)).toList();
        int at = others.indexOf(arm);
        return at < 0 ? GREY : OTHERS.get(at % OTHERS.size());
    }

    Lines.Style style(String learner, String arm) {
        return arm.isEmpty() ? Lines.Style.SOLID : arm.equals(FRESH) ? Lines.Style.FRESH : baseline(arm) ? Lines.Style.CROWD : claims.frozen(learner, arm) ? Lines.Style.FROZEN : Lines.Style.SOLID;
    }

    private boolean baseline(String arm) {
        return !arm.isEmpty() && !copy(arm) && !claims.measured(arm);
    }

    /** Copies of the learner are told under the name of its role. */
    static boolean copy(String arm) {
        return arm.startsWith("learner/");
    }
}
