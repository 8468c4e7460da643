package org.thaw.report.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.report.Report;
import org.thaw.runtime.analysis.ExperimentFindings;
import org.thaw.runtime.folder.RunFindings;

class FolderReporterTest {
    private final FolderReporter reporter = new FolderReporter();

    @Test
    void writesEveryFileAndNothingHalfDone(@TempDir Path runs) throws IOException {
        Path folder = DigitsFixture.write(runs);
        Report report = reporter.report(folder);
        for (String name : new String[] {"results.csv", "results.json", "report.html"}) {
            assertTrue(report.files().contains(folder.resolve(name)), name);
        }
        for (Path file : report.files()) {
            assertTrue(Files.size(file) > 0, file.toString());
        }
        assertEquals(folder.resolve("report.html"), report.page());
        assertFalse(Files.exists(folder.resolve("report.html.part")));
        assertTrue(Files.exists(folder.resolve("tensorboard/ewc-digits-0/frozen@2")));
    }

    @Test
    void theSameFolderGivesTheSameBytes(@TempDir Path runs) throws IOException {
        Path folder = LifeFixture.write(runs);
        Report first = reporter.report(folder);
        byte[][] before = new byte[first.files().size()][];
        for (int i = 0; i < before.length; i++) {
            before[i] = Files.readAllBytes(first.files().get(i));
        }
        Report second = reporter.report(folder);
        assertEquals(first.files(), second.files());
        for (int i = 0; i < before.length; i++) {
            assertArrayEquals(before[i], Files.readAllBytes(second.files().get(i)), second.files().get(i).toString());
        }
    }

    @Test
    void aFolderWithoutRunsIsRefusedWithWhatWasExpected(@TempDir Path empty) {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> reporter.report(empty)).getMessage().contains("no runs here"));
    }

    @Test
    void whatWasComputedLaterStandsBesideWhatTheRunsFound(@TempDir Path runs) throws IOException {
        Path folder = DigitsFixture.write(runs);
        RunFindings later = new RunFindings(List.of(new RunFindings.Scalar("learner", "late-metric", 0.25)), List.of(), List.of());
        RunFindings over = new RunFindings(List.of(new RunFindings.Scalar("ewc", "late-summary", 0.125)),
                List.of(new RunFindings.Series("ewc", "late-summary", new double[] {1, 2}, new double[] {0, 0.125})), List.of(new RunFindings.Matrix("ewc", "late-matrix", new double[][] {{Double.NaN, 0.5}, {0.25, Double.NaN}})));
        Report report = reporter.report(folder, new ExperimentFindings(Map.of("ewc-digits-0", later), over, List.of("metric broken@1.0: it returned null")));
        assertTrue(Files.readString(folder.resolve("results.csv")).contains("late-metric"));
        assertTrue(Files.readString(folder.resolve("results.json")).contains("late-summary"));
        assertTrue(Files.readString(report.page()).contains("id=\"summaries\""));
        assertTrue(Files.readString(report.page()).contains("late-matrix, ewc"));
        String table = report.table().render(200, false);
        assertTrue(table.contains("late-summary of ewc: 0.125") && table.contains("metric broken@1.0: it returned null"), table);
    }

    @Test
    void aDamagedRunIsReportedAndTheOthersCount(@TempDir Path runs) throws IOException {
        Path folder = LifeFixture.write(runs);
        Files.writeString(folder.resolve("random-grid-2/run.json"), "{");
        String table = reporter.report(folder).table().render(100, false);
        assertTrue(table.contains("random-grid-2 cannot be read"), table);
        assertTrue(table.contains("over 3 to 4 seeds"), table);
    }

    @Test
    void kernelsThatGiveOtherBitsElsewhereAreNamedBelowTheTable(@TempDir Path runs) throws IOException {
        Path folder = LifeFixture.write(runs);
        assertFalse(reporter.report(folder).table().render(200, false).contains("Kernels"));
        String kernels = "openblas (not reproducible: bits depend on the processor)";
        Path manifest = folder.resolve("random-grid-2/run.json");
        Files.writeString(manifest, Files.readString(manifest).replace("vector 256 bit", kernels));
        Report report = reporter.report(folder);
        assertTrue(report.table().render(200, false).contains("Kernels: " + kernels + "."));
        assertTrue(Files.readString(report.page()).contains(kernels), "provenance");
    }
}
