package org.thaw.runtime.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.internal.catalog.ListedCatalog;
import org.thaw.runtime.toys.ToyLab;

class RunGridTest {
    private static final String LIFE = "'protocol': {'plugin': 'chunks', 'chunks': 1}, 'environment': 'corridor', 'learner': 'walker', 'lanes': 2";
    private static final String BLOBS = "'protocol': 'halves', 'environments': {'blobs': {}, 'few': {'plugin': 'blobs', 'each': 5}}, 'learners': ['centroids', 'wrapper'], 'metrics': ['count']";

    @TempDir
    Path folder;

    private List<RunPlan> plans(String fields) {
        String file = "{'name': 'all', 'seeds': [7, 3], " + fields + "}";
        return RunGrid.of(new ToyLab(folder).read(file.replace('\'', '"')), new ListedCatalog(ToyLab.toys()));
    }

    @Test
    void forEachSeedOneCaseComesAfterTheOther() {
        assertEquals(List.of("centroids-blobs-7", "wrapper-blobs-7", "centroids-few-7", "wrapper-few-7", "walker-corridor-7",
                        "centroids-blobs-3", "wrapper-blobs-3", "centroids-few-3", "wrapper-few-3", "walker-corridor-3"),
                plans("'cases': {'blobs': {" + BLOBS + "}, 'life': {" + LIFE + "}}").stream().map(RunPlan::run).toList());
    }

    @Test
    void aRunIsTheSameInACaseAndInAFileOfItsOwn() {
        List<RunPlan> cases = plans("'metrics': [], 'cases': {'blobs': {" + BLOBS + "}, 'life': {" + LIFE + "}}");
        assertEquals(plans(BLOBS).stream().map(RunPlan::hash).toList().subList(0, 4), cases.stream().map(RunPlan::hash).toList().subList(0, 4));
        assertEquals(plans(LIFE).get(0).hash(), cases.get(4).hash());
        assertEquals(2, cases.get(4).lanes());
    }

    @Test
    void runsOfTwoCasesThatWouldHaveOneNameAreRefused() {
        assertEquals("two runs of all would be called centroids-blobs-7; give the learners and environments names that differ",
                assertThrows(BadInputException.class, () -> plans(BLOBS + ", 'cases': {'one': {}, 'other': {'protocol': {'epochs': 9}}}")).getMessage());
    }
}
