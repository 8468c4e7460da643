package org.thaw.report.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.report.internal.data.Arm;
import org.thaw.report.internal.data.ExperimentData;
import org.thaw.report.internal.data.TwinGain;

class SwitchReportTest {
    @Test
    void aFreshCopyLearnsAndOnlyTheFrozenOneIsFrozen(@TempDir Path runs) {
        ExperimentData data = ExperimentData.read(SwitchFixture.write(runs));
        Arm learner = data.learners("grid").get(0);
        assertEquals(List.of("tabular-q/frozen@switch"), data.frozen(learner).stream().map(Arm::caption).toList());
        assertEquals(List.of("tabular-q, fresh"), data.fresh(learner).stream().map(Arm::caption).toList());
        assertEquals(List.of("tabular-q", "tabular-q, fresh"), data.learning("grid").stream().map(Arm::caption).toList());
    }

    @Test
    void aFreshCopysTimeBeginsWhereItsOriginalBeganTheSameTask(@TempDir Path runs) {
        Arm fresh = fresh(ExperimentData.read(SwitchFixture.write(runs)));
        assertArrayEquals(new double[] {1500, 2000}, fresh.timelines().get(0).overall("return").x());
        assertArrayEquals(new double[] {1200}, fresh.timelines().get(0).rewards().x());
    }

    @Test
    void theLearnerIsAheadOfItsFreshCopyOnTheTaskThatBothLived(@TempDir Path runs) {
        ExperimentData data = ExperimentData.read(SwitchFixture.write(runs));
        TwinGain gain = TwinGain.of(data.learners("grid").get(0), fresh(data), "return");
        assertEquals(0.81 - 0.5, gain.difference().mean(), 1e-12);
        assertEquals("helps", gain.verdict("helps", "hinders"));
    }

    @Test
    void thePageComparesAFreshCopyInWordsOfItsOwn(@TempDir Path runs) throws IOException {
        var report = new FolderReporter().report(SwitchFixture.write(runs));
        String page = Files.readString(report.page());
        assertTrue(page.contains("frozen twins (1)"));
        assertTrue(page.contains("Live against a fresh copy that began to learn at the switch"));
        assertTrue(page.contains("\"style\":\"FRESH\""));
        assertTrue(page.contains("<td>helps</td>"));
        assertFalse(page.contains("worse than frozen"));
        String table = report.table().render(200, false);
        assertTrue(table.contains("tabular-q, fresh"), table);
        assertTrue(table.contains("recovery time") && table.contains("recovered %"), table);
    }

    private static Arm fresh(ExperimentData data) {
        return data.fresh(data.learners("grid").get(0)).get(0);
    }
}
