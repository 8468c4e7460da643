package org.thaw.report.internal.results;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.thaw.report.internal.data.Arm;
import org.thaw.report.internal.data.Estimate;
import org.thaw.report.internal.data.ExperimentData;

/**
 * One line of the results: a metric of a learner, or of a twin, in an environment.
 *
 * @param learner the name, a twin's with its suffix: {@code finetune/frozen@1}
 * @param values  by seed; NaN where undefined
 */
public record ResultRow(String experiment, String protocol, String environment, String learner, String role, String metric, Estimate estimate,
                        Map<Long, Double> values) {
    /** All, in the order of the experiment and of its metrics; copies of a single lifetime stay in their run's findings. */
    public static List<ResultRow> of(ExperimentData data) {
        List<Arm> arms = data.lasting();
        Set<String> metrics = new LinkedHashSet<>();
        arms.forEach(arm -> metrics.addAll(arm.scalars()));
        List<ResultRow> rows = new ArrayList<>();
        for (Arm arm : arms) {
            for (String metric : metrics) {
                Map<Long, Double> values = arm.bySeed(metric);
                if (!values.isEmpty()) {
                    rows.add(new ResultRow(data.name(), arm.runs().get(0).manifest().protocol().name(), arm.environment(), arm.name(), arm.role(), metric, Estimate.of(values.values()), values));
                }
            }
        }
        return rows;
    }
}
