package org.thaw.runtime.internal.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.api.environment.TaskStream;
import org.thaw.api.learner.Predictor;
import org.thaw.api.protocol.Role;
import org.thaw.runtime.experiment.Binding;
import org.thaw.runtime.experiment.Case;
import org.thaw.runtime.experiment.Experiment;
import org.thaw.runtime.experiment.Twins;
import org.thaw.runtime.toys.Scripted;
import org.thaw.runtime.toys.ToyLab;

class ExperimentReaderTest {
    @TempDir
    Path folder;

    private Experiment read(String fields, String... overrides) {
        var teaching = Scripted.of(List.of(Role.learner(Predictor.class), new Role("teacher", Predictor.class), Role.environment(TaskStream.class)), planning -> List.of());
        return new ToyLab(folder, teaching).read("{" + fields.replace('\'', '"') + "}", overrides);
    }

    /** The only case. */
    private Case one(String fields, String... overrides) {
        List<Case> cases = read(fields, overrides).cases();
        assertEquals(1, cases.size());
        return cases.get(0);
    }

    private static List<String> names(List<Binding> bindings) {
        return bindings.stream().map(Binding::name).toList();
    }

    private static final String ONE = "'protocol': 'halves', 'environment': 'blobs', 'learner': 'centroids'";
    private static final String TWO = "'protocol': 'halves', 'environment': 'blobs', 'learners': ['centroids@[0,1)', 'wrapper']";

    @Test
    void whatIsLeftOutHasItsDefault() {
        Experiment experiment = read(ONE);

        assertEquals("toy", experiment.name(), "the file's name");
        assertEquals(List.of(0L), experiment.seeds());
        assertEquals(1, experiment.cases().get(0).lanes());
        assertEquals(Twins.none(), experiment.cases().get(0).twins());
        assertEquals(List.of(), experiment.cases().get(0).metrics());
        assertEquals("{\"rate\":0.1,\"fault\":\"none\"}", experiment.cases().get(0).learners().get(0).json().toString());
    }

    @Test
    void seedsAreACountOrAList() {
        assertEquals(List.of(0L, 1L, 2L), read(ONE + ", 'seeds': 3").seeds());
        assertEquals(List.of(7L, 3L), read(ONE + ", 'seeds': [7, 3]").seeds());
        assertEquals(List.of(0L, 1L), read(ONE + ", 'seeds': 9", "seeds=2").seeds());
        assertEquals(List.of(5L), read(ONE, "seeds=[5]").seeds());
    }

    @Test
    void twinsAreFrozenAtTasksOrAtSteps() {
        assertEquals(new Twins(true, List.of()), one(ONE + ", 'twins': {'frozen': 'tasks'}").twins());
        assertEquals(new Twins(false, List.of(10L, 50L)), one(ONE + ", 'twins': {'frozen': [50, 10, 50]}").twins());
        assertEquals(new Twins(false, List.of(10L)), one(ONE, "twins.frozen=10").twins());
        assertEquals(Twins.none(), one(ONE + ", 'twins': {'frozen': 'tasks'}", "twins=null").twins());
        assertEquals(Twins.none(), one(ONE + ", 'twins': {'frozen': 'tasks'}", "twins.frozen=null").twins());
    }

    @Test
    void severalPluginsAreAListOrAnObjectByName() {
        assertEquals(List.of("centroids", "wrapper"), names(one(TWO).learners()));
        Case named = one("'protocol': 'halves', 'environments': {'small': {'plugin': 'blobs', 'each': 5}, 'blobs': {}},"
                + " 'learners': {'slow': {'plugin': 'centroids@0.0.0', 'rate': 0.01}, 'centroids': {'rate': 0.5}, 'other': 'centroids'}");
        assertEquals(List.of("slow", "centroids", "other"), names(named.learners()));
        assertEquals(List.of("small", "blobs"), names(named.environments()));
        assertEquals("0.01", named.learners().get(0).json().get("rate").getAsString());
    }

    @Test
    void noMetricsAndNoSummariesAreWantedWhereTheListIsEmpty() {
        assertEquals(List.of("count"), names(one(ONE + ", 'metrics': ['count']").metrics()));
        assertEquals(List.of(), one(ONE + ", 'metrics': ['count'], 'summaries': []", "metrics=[]").metrics());
    }

    @Test
    void otherRolesArePlayedByName() {
        Case experiment = one("'protocol': 'scripted', 'environment': 'blobs', 'learner': 'centroids', 'roles': {'teacher': {'plugin': 'centroids', 'rate': 1}}");
        assertEquals("1.0", experiment.roles().get("teacher").json().get("rate").getAsString());
    }

    @Test
    void overridesReachIntoPluginsHoweverTheyAreWritten() {
        assertEquals("0.5", one(ONE, "learner.rate=0.5").learners().get(0).json().get("rate").getAsString());
        assertEquals("0.5", one(TWO, "learners.centroids.rate=0.5").learners().get(0).json().get("rate").getAsString());
        assertEquals(2, one(TWO, "learners.centroids.rate=0.5").learners().size());
        assertEquals("0.5", one("'protocol': 'halves', 'environment': 'blobs', 'learners': [{'plugin': 'centroids', 'fault': 'nan'}, 'wrapper']", "learners.centroids.rate=0.5")
                .learners().get(0).json().get("rate").getAsString());
        assertTrue(one(TWO, "learners.wrapper.inner.rate=0.25", "learners.wrapper.inner.plugin=centroids").learners().get(1).json().toString().contains("0.25"));
        assertEquals("9", one(ONE, "protocol.epochs=9").protocol().json().get("epochs").getAsString());
        assertEquals("throw-in-learn", one(ONE, "learner.fault=throw-in-learn").learners().get(0).json().get("fault").getAsString());
        assertEquals(List.of("count"), names(one(ONE, "metrics=[count]").metrics()));
    }

    @Test
    void anOverrideOfTheWholeReplacesTheOtherWayToSayIt() {
        assertEquals(List.of("wrapper"), names(one(TWO, "learner=wrapper").learners()));
        assertEquals(List.of("centroids", "wrapper"), names(one(ONE, "learners=[centroids, wrapper]").learners()));
        assertEquals(List.of("centroids", "wrapper", "more"), names(one(TWO, "learners.more.plugin=centroids", "learners.more.rate=1").learners()));
    }

    @Test
    void theSourceIsTheFileWithItsOverrides() {
        Experiment experiment = read(ONE + ", 'seeds': 2", "seeds=3", "name=other");
        assertEquals("{\"protocol\":\"halves\",\"environment\":\"blobs\",\"learner\":\"centroids\",\"seeds\":3,\"name\":\"other\"}", experiment.source().toString());
        assertEquals("other", experiment.name());
    }
}
