package org.thaw.runtime.internal.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.metric.Event;
import org.thaw.api.metric.Findings;
import org.thaw.api.metric.RunView;
import org.thaw.api.metric.Summary;
import org.thaw.api.metric.SummaryFactory;
import org.thaw.runtime.analysis.ExperimentFindings;
import org.thaw.runtime.catalog.PluginEntry;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.folder.ExperimentFolder;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.internal.catalog.Entries;
import org.thaw.runtime.internal.catalog.ListedCatalog;
import org.thaw.runtime.toys.ToyLab;

class FolderAnalysisTest {
    private static final String HALVES = "{\"name\": \"halves\", \"protocol\": \"halves\", \"environment\": \"blobs\", \"learner\": \"centroids\", \"metrics\": [\"count\"], "
            + "\"seeds\": 2, \"summaries\": [{\"plugin\": \"lengths\", \"times\": 10}]}";

    @TempDir
    Path folder;
    private final PluginEntry lengths = Entries.of(new Factory());
    private final FolderAnalysis analysis = new FolderAnalysis(new ListedCatalog(Stream.concat(ToyLab.toys().stream(), Stream.of(lengths)).toList()));

    /** How many events each learner's runs have, together. */
    static final class Lengths implements Summary {
        private final Config config;
        private double events;
        private String learner = "";

        record Config(@Parameter(value = "what they are multiplied by", byDefault = "1", range = "[0,*)") double times) {
        }

        Lengths(Config config) {
            this.config = config;
        }

        @Override
        public void on(RunView run) {
            for (Event event : run.events()) {
                events += config.times();
            }
            learner = run.learner();
        }

        @Override
        public void report(Findings out) {
            if (config.times() == 0) {
                throw new IllegalStateException("nothing to multiply");
            }
            out.scalar(learner, "lengths", events);
        }
    }

    /** Makes it. */
    @Plugin(kind = Plugin.Kind.SUMMARY, id = "lengths", summary = "Counts events.")
    public static final class Factory implements SummaryFactory<Lengths.Config> {
        @Override
        public Summary create(Lengths.Config configuration) {
            return new Lengths(configuration);
        }
    }

    private Path ran() {
        ToyLab lab = new ToyLab(folder, lengths);
        return lab.run(HALVES).folder();
    }

    @Test
    void metricsFindLaterWhatTheyFoundInTheRun() {
        Path experiment = ran();
        ExperimentFindings found = analysis.analyse(experiment, List.of("count"));
        assertEquals(2, found.runs().size());
        found.runs().forEach((run, findings) ->
                assertEquals(new RunFolder(experiment.resolve(run)).findings().scalars(), findings.scalars()));
        assertEquals(List.of(), found.problems());
    }

    @Test
    void summariesOfTheFileAreComputedUnaskedAndOthersAsAsked() {
        Path experiment = ran();
        double events = analysis.analyse(experiment, List.of()).summaries().scalars().get(0).value();
        assertTrue(events >= 20 && events % 10 == 0, "events " + events);
        var both = analysis.analyse(experiment, List.of("{\"plugin\": \"lengths\", \"times\": 1}")).summaries().scalars();
        assertEquals(List.of(events, events / 10), both.stream().map(each -> each.value()).toList());
        assertEquals("centroids", both.get(0).role());
    }

    @Test
    void whatOneSpoilsIsToldAndCostsTheOthersNothing() {
        ExperimentFindings found = analysis.analyse(ran(), List.of("{\"plugin\": \"lengths\", \"times\": 0}", "count"));
        assertEquals(2, found.runs().size());
        assertEquals(1, found.problems().size());
        assertTrue(found.problems().get(0).contains("nothing to multiply"), found.problems().toString());
    }

    @Test
    void aDamagedFolderIsLeftOutAndNoPluginIsBlamedForIt() throws IOException {
        Path experiment = ran();
        double whole = analysis.analyse(experiment, List.of()).summaries().scalars().get(0).value();
        Path first = new ExperimentFolder(experiment).runs().get(0).path();
        Files.writeString(first.resolve(RunFolder.EVENTS), "{\"event\": \n" + Files.readString(first.resolve(RunFolder.EVENTS)));

        ExperimentFindings found = analysis.analyse(experiment, List.of("count"));
        assertEquals(1, found.runs().size());
        assertEquals(whole / 2, found.summaries().scalars().get(0).value(), "both runs have as many events");
        assertEquals(1, found.problems().size());
        assertTrue(found.problems().get(0).startsWith(first.getFileName() + ": unreadable: "), found.problems().toString());
    }

    @Test
    void aSummaryOfTheFileThatIsGoneCostsTheOthersNothing() {
        Path experiment = ran();
        ExperimentFindings found = new FolderAnalysis(new ListedCatalog(ToyLab.toys())).analyse(experiment, List.of("count"));

        assertEquals(2, found.runs().size());
        assertEquals(1, found.problems().size());
        assertTrue(found.problems().get(0).startsWith("experiment.json: summaries") && found.problems().get(0).contains("lengths"), found.problems().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"plugin\": null}", "{\"plugin\": []}", "{\"plugin\": 5}", "{}", "{", ""})
    void whatIsNoPluginAtAllIsRefusedWithTheReason(String asked) {
        Path experiment = folder;
        String said = assertThrows(BadInputException.class, () -> analysis.analyse(experiment, List.of(asked))).getMessage();
        assertTrue(said.startsWith("--metrics: "), said);
    }

    @Test
    void anUnknownNameIsToldWithItsNearestAmongMetricsAndSummaries() {
        Path experiment = folder;
        assertEquals("--metrics: unknown metric or summary \"coumt\"; did you mean \"count\"? (there are: count, gauge, lengths)",
                assertThrows(BadInputException.class, () -> analysis.analyse(experiment, List.of("coumt"))).getMessage());
        assertEquals("--metrics: unknown metric or summary \"lenghts\"; did you mean \"lengths\"? (there are: count, gauge, lengths)",
                assertThrows(BadInputException.class, () -> analysis.analyse(experiment, List.of("{\"plugin\": \"lenghts@1.0\"}"))).getMessage());
        String version = assertThrows(BadInputException.class, () -> analysis.analyse(experiment, List.of("lengths@99.0"))).getMessage();
        assertTrue(version.contains("summary \"lengths\" has no version 99.0"), version);
    }

    @Test
    void aMetricThatFindsNothingInAnyRunIsToldAsAProblem() {
        ExperimentFindings found = analysis.analyse(ran(), List.of("gauge", "count"));
        assertEquals(List.of("metric gauge found nothing in what these runs logged; it looks into learners while they run: list it in the experiment"), found.problems());
        assertEquals(2, found.runs().size());
    }
}
