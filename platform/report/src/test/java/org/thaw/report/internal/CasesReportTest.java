package org.thaw.report.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.api.metric.Event;
import org.thaw.report.Report;
import org.thaw.report.internal.data.ExperimentData;
import org.thaw.report.internal.data.claims.Claims;
import org.thaw.runtime.analysis.ExperimentFindings;
import org.thaw.runtime.folder.ExperimentFolder;
import org.thaw.runtime.folder.RunFindings;

/** An experiment of two cases: each has a protocol, a learner, an environment and thresholds of its own. */
class CasesReportTest {
    private static final String FILE = """
            {'seeds': 2, 'cases': {
              'bandit': {'learner': 'ucb1', 'environment': 'rooms-of-arms', 'summaries': [{'plugin': 'gap-summary', 'supportedAbove': 0.5}]},
              'room': {'learners': {'tabular-q': {}, 'linear': {}}, 'environment': {'plugin': 'a-room'}, 'summaries': [{'plugin': 'gap-summary', 'supportedAbove': 0.7}, 'other']}}}
            """.replace('\'', '"');

    @TempDir
    Path runs;
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        folder = runs.resolve("cases");
        for (long seed = 0; seed < 2; seed++) {
            run("room-life", "linear", "a-room", seed);
            run("room-life", "tabular-q", "a-room", seed);
            run("arms-life", "ucb1", "rooms-of-arms", seed);
        }
        Files.writeString(folder.resolve(ExperimentFolder.EXPERIMENT), FILE);
        Files.writeString(folder.resolve(ExperimentFolder.FIRST), FILE);
    }

    private void run(String protocol, String learner, String environment, long seed) {
        RunFixture run = new RunFixture(folder, protocol, learner, "CURRENT_DATA", environment, seed);
        run.with("distillation", "distillation");
        for (String role : List.of("learner", "distillation")) {
            run.scalar(role, "cost/updates", 50 + seed).scalar(role, "long-term-gap/z-at-end", 0.9);
        }
        run.done();
    }

    private Report report() {
        return new FolderReporter().report(folder, ImitationFixture.found(true));
    }

    private static String page(Report report) throws IOException {
        return Files.readString(report.page()).replaceFirst("(?s)</main>.*", "");
    }

    @Test
    void runsComeInTheOrderOfTheCasesAndOfTheirLearners() {
        ExperimentData data = ExperimentData.read(folder);
        assertEquals(List.of("ucb1 rooms-of-arms 0", "ucb1 rooms-of-arms 1", "tabular-q a-room 0", "tabular-q a-room 1", "linear a-room 0", "linear a-room 1"),
                data.runs().stream().map(run -> run.manifest().learner() + " " + run.manifest().environment() + " " + run.manifest().seed()).toList());
        assertEquals(List.of("rooms-of-arms", "a-room"), data.environments());
    }

    @Test
    void eachCaseIsToldWithItsOwnProtocol() throws IOException {
        Report report = report();
        String table = report.table().render(200, false);
        assertTrue(table.contains("arms-life on rooms-of-arms") && table.contains("room-life on a-room"), table);
        assertTrue(page(report).contains("arms-life, room-life on rooms-of-arms, a-room · 3 learners · seeds 0–1"));
        List<String> rows = Files.readAllLines(folder.resolve("results.csv"));
        assertTrue(rows.stream().anyMatch(row -> row.startsWith("cases,arms-life,rooms-of-arms,ucb1,")));
        assertTrue(rows.stream().noneMatch(row -> row.startsWith("cases,arms-life,a-room") || row.startsWith("cases,room-life,rooms-of-arms")));
    }

    @Test
    void oneReportHoldsFiguresVerdictsAndCostsOfAllCases() throws IOException {
        String page = page(report());
        int figures = page.indexOf("Return over a lifetime: ucb1 and who imitates it");
        int others = page.indexOf("Return over a lifetime: tabular-q and who imitates it");
        int gap = page.indexOf("Gap, from the simplest to the most complex learner");
        int table = page.indexOf("<table class=\"claims\">");
        assertTrue(0 < figures && 0 < others && Math.max(figures, others) < gap && gap < table, figures + " " + others + " " + gap + " " + table);
        assertEquals(1, page.substring(0, page.indexOf("<details>", table)).split("<table class=\"claims\">", -1).length - 1, "one table of both teachers");
        assertTrue(page.contains("learner on rooms-of-arms") && page.contains("learner on a-room"));
    }

    @Test
    void whatWasFixedBeforehandIsToldForEachCase() throws IOException {
        assertTrue(page(report()).contains("Fixed in experiment.json before the first run: bandit: supportedAbove 0.5 · room: supportedAbove 0.7."));
        assertFalse(page(report()).contains("was changed"));
        Files.writeString(folder.resolve(ExperimentFolder.EXPERIMENT), FILE.replace("0.7", "0.8"));
        assertTrue(page(report()).contains("gap-summary was changed after the first run was started: in the case room supportedAbove is 0.8 and was 0.7."));
    }

    @Test
    void whatIsToldOfALearnerOfSeveralCasesIsHeldAgainstTheRunsOfItsCase() throws IOException {
        Path same = runs.resolve("same");
        for (String environment : List.of("hall", "room")) {
            RunFixture run = new RunFixture(same, "life", "q", "CURRENT_DATA", environment, 0).with("student", "student");
            run.scalar("learner", "cost/parameter-bytes", environment.equals("hall") ? 3240 : 80).scalar("learner", "cost/memory-bytes", 0);
            run.events.add(environment.equals("hall") ? new Event.Frozen("student", 9) : new Event.Studied("student", 9, "study", 1, 2));
            run.done();
        }
        Files.writeString(same.resolve(ExperimentFolder.EXPERIMENT), "{\"learner\": \"q\", \"cases\": {\"large\": {\"environment\": \"hall\"}, \"small\": {\"environment\": \"room\"}}}");
        List<RunFindings.Scalar> told = List.of(new RunFindings.Scalar("q in large/student", "gap-summary/verdict", 1), new RunFindings.Scalar("q in small/student", "gap-summary/verdict", 1));
        Claims claims = new Claims(ExperimentData.read(same, new ExperimentFindings(Map.of(), new RunFindings(told, List.of(), List.of()), List.of())));

        assertTrue(claims.frozen("q in large", "student"));
        assertFalse(claims.frozen("q in small", "student"), "a student of the same name, frozen in the other case alone");
        assertTrue(claims.lived("q in small", "student"));
        assertEquals(List.of("q in small", "q in large"), claims.learners(), "from the simplest to the most complex");
        assertEquals("state 3.24 kB", claims.complexity("q in large"));
    }

    @Test
    void aRunOfNoCaseIsNamed() throws IOException {
        Files.writeString(folder.resolve(ExperimentFolder.EXPERIMENT), FILE.replace("\"linear\": {}", "\"quadratic\": {}"));
        String table = report().table().render(300, false);
        assertTrue(table.contains("linear-a-room-0 is of no case: experiment.json has no case with this learner in this environment, so that none of its summaries saw it"), table);
    }
}
