package org.thaw.runtime.internal.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.RunView;
import org.thaw.api.metric.Summary;
import org.thaw.api.metric.SummaryFactory;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.folder.ExperimentFolder;
import org.thaw.runtime.folder.RunFindings;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.internal.catalog.Entries;
import org.thaw.runtime.internal.catalog.ListedCatalog;
import org.thaw.runtime.toys.ToyLab;

class CasesAnalysisTest {
    @TempDir
    Path folder;
    private final PluginEntry seen = Entries.of(new Factory());
    private final FolderAnalysis analysis = new FolderAnalysis(new ListedCatalog(Stream.concat(ToyLab.toys().stream(), Stream.of(seen)).toList()));

    /** How many runs of each learner there are, and of everybody. */
    record Seen(Config config, List<RunView> runs) implements Summary {
        record Config(@Parameter(value = "its name", byDefault = "seen") String name) {
        }

        @Override
        public void on(RunView run) {
            runs.add(run);
        }

        @Override
        public void report(Findings out) {
            Set<String> learners = new TreeSet<>(runs.stream().map(RunView::learner).toList());
            learners.forEach(learner -> out.scalar(learner + "/arm", config.name(), runs.stream().filter(run -> run.learner().equals(learner)).count()));
        }
    }

    /** Makes it. */
    @Plugin(kind = Plugin.Kind.SUMMARY, id = "seen", summary = "Counts runs.")
    public static final class Factory implements SummaryFactory<Seen.Config> {
        @Override
        public Summary create(Seen.Config configuration) {
            return new Seen(configuration, new java.util.ArrayList<>());
        }
    }

    private Path run(String fields) {
        String file = "{'name': 'all', 'protocol': {'plugin': 'halves', 'epochs': 1}, 'environment': 'blobs', 'learner': 'centroids', 'seeds': 2, " + fields + "}";
        return new ToyLab(folder, seen).run(file.replace('\'', '"')).folder();
    }

    private List<String> found(String fields, String... asked) {
        var found = analysis.analyse(run(fields), List.of(asked));
        assertEquals(List.of(), found.problems());
        return found.summaries().scalars().stream().map(CasesAnalysisTest::words).toList();
    }

    @Test
    void aSummaryThatIsThereNoLongerCostsTheOtherCasesNothing() throws IOException {
        String file = """
                {'name': 'all', 'protocol': {'plugin': 'halves', 'epochs': 1}, 'environment': 'blobs', 'cases': {
                  'one': {'learner': 'centroids', 'summaries': ['seen']}, 'other': {'learner': 'wrapper', 'summaries': ['seen']}}}
                """.replace('\'', '"');
        Path experiment = new ToyLab(folder, seen).run(file).folder();
        Path source = experiment.resolve(ExperimentFolder.EXPERIMENT);
        Files.writeString(source, Files.readString(source).replaceFirst("\"seen\"", "\"sums\""));
        var found = analysis.analyse(experiment, List.of());
        assertEquals(List.of("seen of wrapper/arm: 1"), found.summaries().scalars().stream().map(CasesAnalysisTest::words).toList());
        assertEquals(1, found.problems().size());
        assertTrue(found.problems().get(0).startsWith("experiment.json: cases.one.summaries[0]: unknown summary \"sums\""), found.problems().get(0));
    }

    private static String words(RunFindings.Scalar found) {
        return found.metric() + " of " + found.role() + ": " + (int) found.value();
    }

    private static final String OTHER = "'learners': ['centroids', 'wrapper'], 'environments': {'few': {'plugin': 'blobs', 'each': 5}}";

    @Test
    void aCasesOwnSummariesSeeItsRunsAlone() {
        assertEquals(List.of("seen of centroids/arm: 2", "own of wrapper/arm: 2"),
                found("'summaries': ['seen'], 'cases': {'plain': {}, 'other': {'learner': 'wrapper', 'summaries': [{'plugin': 'seen', 'name': 'own'}]}}"));
    }

    @Test
    void theFilesSummariesSeeAllRunsOfTheCasesThatHaveNoneTogether() {
        assertEquals(List.of("seen of centroids/arm: 4", "seen of wrapper/arm: 2"), found("'summaries': ['seen'], 'cases': {'plain': {}, 'other': {" + OTHER + "}}"));
        assertEquals(List.of("seen of centroids/arm: 2"), found("'summaries': ['seen'], 'cases': {'plain': {}, 'other': {'summaries': [], " + OTHER + "}}"));
    }

    @Test
    void whatIsAskedForSeesAllRuns() {
        assertEquals(List.of("asked of centroids/arm: 4", "asked of wrapper/arm: 2"),
                found("'cases': {'plain': {'summaries': []}, 'other': {'summaries': [], " + OTHER + "}}", "{\"plugin\": \"seen\", \"name\": \"asked\"}"));
    }

    @Test
    void aDamagedRunCostsOnlyThoseThatSeeIt() throws IOException {
        Path unseen = run("'cases': {'plain': {'summaries': ['seen']}, 'other': {'learner': 'wrapper', 'summaries': []}}");
        Path damaged = unseen.resolve("wrapper-blobs-0").resolve(RunFolder.FINDINGS);
        Files.writeString(damaged, "{");
        var found = analysis.analyse(unseen, List.of());
        assertEquals(List.of("seen of centroids/arm: 2"), found.summaries().scalars().stream().map(CasesAnalysisTest::words).toList());
        assertEquals(List.of(), found.problems(), "nobody sees it, so it is not read");

        Path source = unseen.resolve(ExperimentFolder.EXPERIMENT);
        Files.writeString(source, Files.readString(source).replaceFirst("\\[\\s*\\]", "[\"seen\"]"));
        found = analysis.analyse(unseen, List.of());
        assertEquals(List.of("seen of centroids/arm: 2", "seen of wrapper/arm: 1"), found.summaries().scalars().stream().map(CasesAnalysisTest::words).toList());
        assertEquals(1, found.problems().size(), found.problems().toString());
        assertTrue(found.problems().get(0).startsWith("wrapper-blobs-0: unreadable: "), found.problems().get(0));
    }

    @Test
    void aLearnerThatSeveralCasesHaveIsToldWithTheCase() {
        assertEquals(List.of("seen of centroids in plain/arm: 2", "seen of centroids in other/arm: 2", "seen of wrapper/arm: 2"),
                found("'cases': {'plain': {'summaries': ['seen']}, 'other': {'summaries': ['seen'], " + OTHER + "}}"));
    }
}
