package org.thaw.report.internal.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.report.internal.DigitsFixture;
import org.thaw.report.internal.LifeFixture;
import org.thaw.report.internal.RunFixture;
import org.thaw.report.internal.data.ExperimentData;
import org.thaw.report.internal.data.MetricKinds;
import org.thaw.runtime.analysis.ExperimentFindings;
import org.thaw.runtime.folder.RunFindings;

class PageTest {
    private static final String EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&";

    private static String page(Path folder) {
        return Page.write(new View(ExperimentData.read(folder), new MetricKinds()));
    }

    @Test
    void namesAndMessagesCannotBecomeMarkup(@TempDir Path runs) {
        Path folder = runs.resolve("e");
        RunFixture good = new RunFixture(folder, EVIL, EVIL, EVIL, "w", 0);
        good.scalar("learner", EVIL, 1).scalar("learner", "forgetting", 0.5);
        good.matrix("learner", EVIL, new double[][] {{1}});
        good.series("learner", EVIL, new double[] {1, 2}, new double[] {1, 2});
        good.done();
        new RunFixture(folder, EVIL, EVIL, "", "w", 1).failed(EVIL, EVIL, EVIL);
        String page = page(folder).replaceFirst("(?s)</main>.*", "");
        assertFalse(page.contains("<script>alert"));
        assertFalse(page.contains("<img"));
        assertTrue(page.contains("&lt;/script&gt;"));
        assertTrue(page.contains("\\u003c/script\\u003e"));
    }

    @Test
    void whatSummariesTellCannotBecomeMarkup(@TempDir Path runs) {
        new RunFixture(runs.resolve("e"), "p", "q", "CURRENT_DATA", "w", 0).done();
        String arm = "q/" + EVIL;
        RunFindings told = new RunFindings(List.of(new RunFindings.Scalar(arm, EVIL + "/verdict", 1), new RunFindings.Scalar(arm, EVIL, 0.5), new RunFindings.Scalar(EVIL, EVIL + "/verdict", 1)),
                List.of(new RunFindings.Series(arm, EVIL, new double[] {1}, new double[] {1}), new RunFindings.Series(arm, EVIL + "/low", new double[] {1}, new double[] {1})), List.of());
        String page = Page.write(new View(ExperimentData.read(runs.resolve("e"), new ExperimentFindings(Map.of(), told, List.of())), new MetricKinds())).replaceFirst("(?s)</main>.*", "");
        assertEquals("verdicts", sections(page).get(0));
        assertFalse(page.contains("<script>alert"));
        assertFalse(page.contains("<img"));
    }

    @Test
    void thePageAsksNothingOfANetwork(@TempDir Path runs) {
        String page = page(DigitsFixture.write(runs));
        assertTrue(page.contains("default-src 'none'"));
        String own = page.substring(0, page.indexOf("</main>"));
        assertFalse(Pattern.compile("(src|href)=\"(?!#)").matcher(own).find());
    }

    @Test
    void everySectionOfAnExperimentWithTasks(@TempDir Path runs) {
        String page = page(DigitsFixture.write(runs));
        assertEquals(List.of("results", "problems", "curves", "twins", "matrices", "transfer", "costs", "definitions", "provenance"), sections(page));
        assertTrue(page.contains("Apache License"));
        assertTrue(page.contains("bin/thaw run runs/split-digits/experiment.json"));
    }

    @Test
    void everySectionOfLives(@TempDir Path runs) {
        assertEquals(List.of("results", "lives", "twins", "series", "costs", "definitions", "provenance"), sections(page(LifeFixture.write(runs))));
    }

    @Test
    void everyChartHasATable(@TempDir Path runs) {
        String page = page(DigitsFixture.write(runs));
        assertEquals(count(page, "class=\"plot\""), count(page, "<summary>as a table</summary>"));
        assertTrue(count(page, "class=\"plot\"") > 20);
    }

    @Test
    void anExperimentWithoutAFinishedRunSaysSo(@TempDir Path runs) {
        new RunFixture(runs.resolve("e"), "p", "q", "CURRENT_DATA", "w", 0).unfinished();
        String page = page(runs.resolve("e"));
        assertTrue(page.contains("No run is finished yet"));
        assertTrue(page.contains("is unfinished") || page.contains(">unfinished<"));
    }

    private static List<String> sections(String page) {
        Matcher sections = Pattern.compile("<section id=\"([a-z]+)\">").matcher(page);
        return sections.results().map(found -> found.group(1)).toList();
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
