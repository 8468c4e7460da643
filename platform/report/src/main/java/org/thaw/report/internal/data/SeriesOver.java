package org.thaw.report.internal.data;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.thaw.runtime.folder.RunFindings;

/** The series that metrics found, over seeds. */
public final class SeriesOver {
    private SeriesOver() {
    }

    /** The names of all series of some arms, in the order in which they were found. */
    public static Set<String> names(List<Arm> arms) {
        Set<String> names = new LinkedHashSet<>();
        for (Arm arm : arms) {
            arm.runs().forEach(run -> run.about(arm.role()).series().stream().map(RunFindings.Series::metric).forEach(names::add));
        }
        return names;
    }

    /** A series of an arm. */
    public static Band of(Arm arm, String metric) {
        return Curve.over(arm.runs().stream().flatMap(run -> run.about(arm.role()).series().stream())
                .filter(s -> s.metric().equals(metric)).map(s -> new Curve(s.x(), s.y())).toList());
    }
}
