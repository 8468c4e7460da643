package org.thaw.report.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.report.Report;

class ImitationReportTest {
    private static Report report;
    private static String page;
    private static String bare;
    private static String json;
    private static String csv;
    private static String summaries;

    @BeforeAll
    static void make(@TempDir Path runs) throws IOException {
        Path folder = ImitationFixture.write(runs);
        bare = page(new FolderReporter().report(folder, ImitationFixture.found(false)));
        report = new FolderReporter().report(folder, ImitationFixture.found(true));
        page = page(report);
        json = Files.readString(folder.resolve("results.json"));
        summaries = Files.readString(folder.resolve("summaries.csv"));
        csv = Files.readString(folder.resolve("results.csv"));
    }

    private static String page(Report report) throws IOException {
        return Files.readString(report.page()).replaceFirst("(?s)</main>.*", "");
    }

    private static String verdicts(boolean thresholds) {
        return (thresholds ? page : bare).replaceFirst("(?s).*<section id=\"verdicts\">", "").replaceFirst("(?s)</section>.*", "");
    }

    /** A row of the table of verdicts as plain text; the simpler teacher's rows come first. */
    private static String row(String verdicts, String teacher, String who) {
        String rows = verdicts.replaceFirst("(?s).*<table class=\"claims\">", "").replaceFirst("(?s)</table>.*", "").replace("\n", "").replace("<tr", "\n<tr").replaceAll("(?<!\n)<[^>]*>", "|").replaceAll("\\|+", "|");
        String block = rows.substring(rows.indexOf(teacher));
        return block.lines().filter(line -> line.contains(who)).findFirst().orElseThrow(() -> new AssertionError(who + " in " + rows));
    }

    @Test
    void verdictsComeFirstThenCostsAndProvenance() {
        List<String> sections = Pattern.compile("<section id=\"([a-z]+)\">").matcher(page).results().map(found -> found.group(1)).toList();
        assertEquals(List.of("verdicts", "costs", "provenance", "results", "summaries", "definitions"), sections);
    }

    @Test
    void thePageOpensWithTheLivesOfEachTeacherAndItsStudentsTheSimplestTeacherFirst() {
        String verdicts = verdicts(true);
        List<String> charts = Pattern.compile("<figcaption>([^<]*)</figcaption>").matcher(verdicts).results().map(found -> found.group(1)).toList();
        assertEquals(List.of("Return over a lifetime: ucb1 and who imitates it", "Return over a lifetime: tabular-q and who imitates it",
                "Return over a lifetime, L2: tabular-q and who imitates it", "Gap, from the simplest to the most complex learner"), charts);
        assertTrue(verdicts.contains("\"label\":\"students take over\""));
        assertTrue(verdicts.contains("{\"name\":\"ucb1, goes on learning\",\"color\":0,\"style\":\"SOLID\""));
        assertTrue(verdicts.contains("{\"name\":\"ucb1/frozen\",\"color\":0,\"style\":\"FROZEN\""));
        assertTrue(verdicts.contains("\"name\":\"distillation, frozen\",\"color\":2,\"style\":\"FROZEN\""));
        assertTrue(verdicts.contains("\"name\":\"distillation-unfrozen, goes on learning\",\"color\":7,\"style\":\"SOLID\""));
        assertTrue(verdicts.contains("\"name\":\"random\",\"color\":6,\"style\":\"CROWD\""));
        assertTrue(verdicts.contains("\"below\":[\"state 80 B\",\"state 3.24 kB\"]"));
    }

    @Test
    void theMomentOfFreezingIsReadOffTheCurvesWhereItWasNotTold() {
        assertTrue(Pattern.compile("\"marks\":\\[\\{\"x\":500(\\.0)?,").matcher(verdicts(true)).find());
        assertTrue(Pattern.compile("\"marks\":\\[\\{\"x\":500(\\.0)?,").matcher(verdicts(false)).find());
    }

    @Test
    void eachVerdictStandsInWordsBesideItsIntervalAndWhatWouldHaveBeenTheOpposite() {
        String verdicts = verdicts(true);
        assertTrue(row(verdicts, "tabular-q", "behaviour-cloning").contains("|supported|"));
        assertTrue(row(verdicts, "tabular-q", "behaviour-cloning").contains("gap 1.020 (0.980 … 1.060)|p = 0.012|supported if the interval lies above 0.5, refuted if below 0.2"));
        assertTrue(row(verdicts, "tabular-q", "scratchpad").contains("|undetermined at this scale|"));
        assertTrue(row(verdicts, "tabular-q", "program-class").contains("supported if the interval lies below 0.5; nothing here would refute"));
        assertTrue(row(verdicts, "ucb1", "distillation, frozen").contains("|refuted|"));
        assertTrue(row(verdicts, "ucb1", "shuffled").contains("|no verdict|"));
        assertTrue(row(verdicts, "tabular-q", "tabular-q").contains("|supported|headroom 0.41 (0.30 … 0.52)|"));
    }

    @Test
    void aGateThatWasNotPassedIsNamed() {
        String row = row(verdicts(true), "ucb1", "behaviour-cloning");
        assertTrue(row.contains("|not counted|ratio 0.300 (0.280 … 0.320) does not lie above 0.9|"), row);
        assertFalse(row(verdicts(true), "tabular-q", "behaviour-cloning").contains("does not lie above"));
    }

    @Test
    void aFrozenStudentThatGainsIsSaidToAdaptInContext() {
        String verdicts = verdicts(true);
        assertTrue(verdicts.contains("<b>distillation of tabular-q adapts in context</b>: frozen, it gains 0.120 (0.050 … 0.190) by itself."));
        assertTrue(verdicts.contains("behaviour-cloning of tabular-q: no gain of its own is shown"));
        assertTrue(verdicts.contains("behaviour-cloning of ucb1 does not: frozen, it loses"));
        assertFalse(verdicts.contains("distillation-unfrozen of tabular-q"));
    }

    @Test
    void whatWasFixedBeforehandIsReadFromTheExperiment() {
        assertTrue(verdicts(true).contains("Fixed in experiment.json before the first run: supportedAbove 0.5."));
        assertFalse(verdicts(true).contains("was changed"));
    }

    @Test
    void aThresholdThatWasChangedAfterTheFirstRunIsNotCalledFixed(@TempDir Path runs) throws IOException {
        Path folder = ImitationFixture.write(runs);
        Path file = folder.resolve("experiment.json");
        Files.writeString(file, Files.readString(file).replace("0.5", "0.6"));
        Report changed = new FolderReporter().report(folder, ImitationFixture.found(true));
        String sentence = ImitationFixture.ID + " was changed after the first run was started: supportedAbove is 0.6 and was 0.5.";
        assertTrue(page(changed).contains(sentence) && page(changed).contains("Set in experiment.json: supportedAbove 0.6."));
        assertTrue(changed.table().render(200, false).contains(sentence));
    }

    @Test
    void theTeachersRowSaysWhatWouldHaveRefuted() {
        assertTrue(row(verdicts(true), "ucb1", "ucb1").contains("|each gap: supported if the interval lies above 0.5, refuted if below 0.2"));
    }

    @Test
    void aNegativeControlThatFailedIsSaidToHaveDoneSo() {
        assertTrue(row(verdicts(true), "tabular-q", "shuffled").contains("|failed, as it should|"));
        assertTrue(report.table().render(200, false).contains("failed, as it should"));
    }

    @Test
    void whoDoesNotCountIsToldWithTheReason() {
        assertTrue(row(verdicts(true), "ucb1", "misspelt").contains("|misspelt|not counted|listed but nobody of that name lived|"));
        String table = report.table().render(300, false);
        assertTrue(table.contains("Not counted in gap-summary of ucb1: behaviour-cloning (ratio not above 0.9); misspelt (listed but nobody of that name lived)."), table);
    }

    @Test
    void withoutThresholdsVerdictsStandAlone() {
        String verdicts = verdicts(false);
        assertFalse(verdicts.contains("supported if"));
        assertTrue(row(verdicts, "tabular-q", "distillation, frozen").contains("|supported|"));
        assertTrue(row(verdicts, "ucb1", "behaviour-cloning").contains("|not counted|"));
    }

    @Test
    void theTerminalShowsVerdictsAsWords() {
        String table = report.table().render(200, false);
        assertTrue(table.startsWith(ImitationFixture.ID), table);
        assertTrue(Pattern.compile("\\Rtabular-q +supported +headroom 0.41").matcher(table).find(), table);
        assertTrue(Pattern.compile("\\R  distillation +refuted +0.05").matcher(table).find(), table);
        assertFalse(table.contains(ImitationFixture.ID + "/gap of"), table);
    }

    @Test
    void theFilesHoldTheNumbers() {
        assertTrue(Pattern.compile("\"tabular-q/scratchpad\",\\s*\"summary\": \"" + ImitationFixture.ID + "/verdict\",\\s*\"value\": 0").matcher(json).find());
        assertTrue(summaries.contains("\r\nimitation,ucb1/distillation,gap-summary/verdict,-1.0\r\n"), summaries);
        assertTrue(summaries.contains("\r\nimitation,ucb1/behaviour-cloning,gap-summary/verdict,\r\n"));
        assertTrue(csv.contains("distillation-unfrozen"));
        assertFalse(csv.contains("distillation-unfrozen@7"), "copies for single lifetimes have no rows");
    }

    @Test
    void whatCopiesForSingleLifetimesSpentIsAddedUp() {
        assertTrue(page.contains("distillation-unfrozen of ucb1, its 2 copies for single lifetimes</th>\n<td>6</td>"), page.replaceFirst("(?s).*id=\"costs\"", "").substring(0, 3000));
    }

    @Test
    void copiesForSingleLifetimesAndTwinsWithoutNumbersHaveNoRowsOfTheirOwn() {
        String results = page.replaceFirst("(?s).*<section id=\"results\">", "").replaceFirst("(?s)<details><summary>every number.*", "");
        assertFalse(results.contains("@7"), results);
        assertTrue(results.contains("distillation-unfrozen of ucb1"));
    }
}
