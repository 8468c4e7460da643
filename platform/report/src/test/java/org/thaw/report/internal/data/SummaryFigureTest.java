package org.thaw.report.internal.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.runtime.folder.RunFindings;

class SummaryFigureTest {
    @Test
    void intervalsAndErrorsStandBesideTheirNumbers() {
        assertEquals(List.of("dqn reliable/iqm 0.61 (0.46 … 0.75)", "dqn cora/forgetting 0.5 ± 0.25", "ppo cora/forgetting 0.5", "ppo lone/low 3"), texts(
                scalar("dqn", "reliable/iqm", .61), scalar("dqn", "reliable/iqm/low", .46), scalar("dqn", "reliable/iqm/high", .75),
                scalar("dqn", "cora/forgetting", .5), scalar("dqn", "cora/forgetting/error", .25),
                scalar("ppo", "cora/forgetting", .5), scalar("ppo", "cora/forgetting/error", Double.NaN), scalar("ppo", "lone/low", 3)).stream().map(text -> text.replaceAll("(\\.\\d*?[1-9])0+\\b", "$1")).toList());
    }

    private static List<String> texts(RunFindings.Scalar... scalars) {
        return SummaryFigure.of(new RunFindings(List.of(scalars), List.of(), List.of())).stream().map(figure -> figure.role() + " " + figure.metric() + " " + figure.text()).toList();
    }

    private static RunFindings.Scalar scalar(String role, String metric, double value) {
        return new RunFindings.Scalar(role, metric, value);
    }
}
