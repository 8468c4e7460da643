package org.thaw.report.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.report.Report;
import org.thaw.report.internal.data.ExperimentData;
import org.thaw.report.internal.data.MetricKinds;
import org.thaw.report.internal.html.Marks;
import org.thaw.report.internal.html.View;
import org.thaw.report.internal.html.chart.Lines;

class SwapReportTest {
    private final FolderReporter reporter = new FolderReporter();

    @Test
    void everyDistinctSwapIsMarkedOnceAndSaysHowManySeedsHadIt(@TempDir Path runs) {
        ExperimentData data = ExperimentData.read(SwapFixture.tasks(runs));
        List<Lines.Mark> marks = Marks.swaps(new View(data, new MetricKinds()), data.learners("digits"));
        assertEquals(List.of(2000.0, 2600.0), marks.stream().map(Lines.Mark::x).toList());
        assertEquals("finetune: swap → ewc 0.2.0", marks.get(0).label());
        assertEquals(List.of("finetune: swap at step 2,000, in 2 of 3 runs", "was finetune 0.1.0 (1a2b3c4d)", "now ewc 0.2.0 (99aabbcc)", "carried over"), marks.get(0).tip());
        assertEquals(List.of("finetune: swap at step 2,600, in 1 of 3 runs", "was finetune 0.1.0 (1a2b3c4d)", "now ewc 0.2.0 (99aabbcc)", "started fresh"), marks.get(1).tip());
    }

    @Test
    void anotherBuildOfTheSameVersionIsToldApartByItsHash(@TempDir Path runs) {
        ExperimentData data = ExperimentData.read(SwapFixture.life(runs));
        List<Lines.Mark> marks = Marks.swaps(new View(data, new MetricKinds()), data.learners("grid"));
        assertEquals(List.of("swap → tabular-q 0.1.0 (cdcdcdcd)", "swap → tabular-q 0.1.0 (efefefef)"), marks.stream().map(Lines.Mark::label).toList());
    }

    @Test
    void thePageMarksTheSwapOnEveryCurveOfTheLearner(@TempDir Path runs) throws IOException {
        String page = Files.readString(reporter.report(SwapFixture.tasks(runs)).page());
        assertTrue(page.contains("<section id=\"swaps\">"));
        assertTrue(page.contains("finetune, not swapped at 2000"));
        // all together, the learner's own tasks, and the section of swaps; not on the learner that was left alone
        assertEquals(3, count(page, "finetune: swap at step 2,000, in 2 of 3 runs"));
        assertFalse(page.contains("frozen twins"));
        assertTrue(page.contains("learner at step 2,600: finetune 0.1.0 (1a2b3c4d) → ewc 0.2.0 (99aabbcc), started fresh"), "provenance of the run");
        assertTrue(page.contains("learner, swapped in"), "provenance of the plugin");
    }

    @Test
    void ofManyFrozenTwinsThreeHaveNamesInLegendsAndTheOthersShareOne(@TempDir Path runs) throws IOException {
        String page = Files.readString(reporter.report(SwapFixture.life(runs)).page());
        assertTrue(page.contains("\"legend\":\"tabular-q/frozen@1000\"") && page.contains("\"legend\":\"tabular-q/frozen@13000\"") && page.contains("\"legend\":\"tabular-q/frozen@24000\""));
        assertFalse(page.contains("\"legend\":\"tabular-q/frozen@2000\""));
        assertTrue(page.contains("\"legend\":\"tabular-q’s other frozen twins\""));
    }

    @Test
    void theFilesListEverySwapThoseOfUnfinishedRunsToo(@TempDir Path runs) throws IOException {
        Path folder = SwapFixture.tasks(runs);
        Report report = reporter.report(folder);
        JsonArray swaps = JsonParser.parseString(Files.readString(folder.resolve("results.json"))).getAsJsonObject().getAsJsonArray("swaps");
        assertEquals(4, swaps.size());
        JsonObject first = swaps.get(0).getAsJsonObject();
        assertEquals("ewc", first.getAsJsonObject("to").get("plugin").getAsString());
        assertEquals(200, first.get("steps").getAsDouble());
        assertTrue(first.get("twin").getAsBoolean() && first.get("carried").getAsBoolean());
        assertTrue(swaps.get(2).getAsJsonObject().get("steps").isJsonNull());
        assertTrue(report.files().contains(folder.resolve("swaps.csv")));
        String line = Files.readAllLines(folder.resolve("swaps.csv")).get(3);
        assertEquals("finetune-digits-2,digits,finetune,2,learner,2600,finetune,0.1.0," + "1a2b3c4d".repeat(8) + ",ewc,0.2.0," + "99aabbcc".repeat(8) + ",false,false,,", line);
    }

    @Test
    void aReportWithoutSwapsLeavesNoFileOfAnEarlierOne(@TempDir Path runs) throws IOException {
        Path folder = LifeFixture.write(runs);
        Files.writeString(folder.resolve("swaps.csv"), "old");
        reporter.report(folder);
        assertFalse(Files.exists(folder.resolve("swaps.csv")));
        assertFalse(Files.readString(folder.resolve("report.html")).contains("id=\"swaps\""));
    }

    @Test
    void theTableTellsOfSwapsAndShowsTheCopyThatWasNotSwapped(@TempDir Path runs) {
        String table = reporter.report(SwapFixture.tasks(runs)).table().render(200, false);
        assertTrue(table.contains("finetune was swapped at step 2,000: finetune 0.1.0 (1a2b3c4d) → ewc 0.2.0 (99aabbcc), carried over (2 of 3 runs; means mix runs with and without it)."), table);
        assertTrue(table.contains("  finetune, not swapped at 2000"), table);
        assertTrue(table.contains("recovery"), table);
        assertTrue(table.contains("finetune-digits-3 is unfinished: no end marker; it got to step 4,000"), table);
    }

    @Test
    void numbersOfSeveralSwapsAreNoColumns(@TempDir Path runs) {
        assertFalse(reporter.report(SwapFixture.life(runs)).table().render(200, false).contains("recovery"));
        assertEquals("steps to recover from the swap @ 8500", new MetricKinds().of("swap-recovery/steps@8500").label());
    }

    private static int count(String text, String pattern) {
        return (int) Pattern.compile(pattern).matcher(text).results().count();
    }
}
