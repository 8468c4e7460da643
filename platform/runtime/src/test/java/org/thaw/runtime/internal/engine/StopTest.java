package org.thaw.runtime.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thaw.api.Privilege;
import org.thaw.api.environment.Batches;
import org.thaw.runtime.internal.random.Streams;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.runtime.toys.Spy;
import org.thaw.runtime.toys.ToyLab;

class StopTest {
    private static final String SCRIPTED = "{\"name\": \"stopped\", \"protocol\": \"scripted\", \"environment\": \"blobs\", \"learner\": \"spy\", \"seeds\": 3}";

    @TempDir
    Path folder;

    private static void readForEver(Batches batches, CountDownLatch begun) {
        while (batches.next()) {
            begun.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLearnerThatGoesOverItsDataForEverIsStoppedEvenIfItHidesExceptions(boolean hides) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        ToyLab lab = new ToyLab(folder, Rig.supervised(planning -> List.of(Rig.learn("learner", 0, 0))), Spy.of(Privilege.CURRENT_DATA, new ArrayList<>(), data -> {
            try {
                readForEver(data.drawn(8, new Streams(0, "x").get("x")), begun);
            } catch (RuntimeException e) {
                throw hides ? new IllegalStateException("something went wrong", e) : e;
            }
        }));
        RunningExperiment run = lab.start(lab.read(SCRIPTED), 1);
        assertTrue(begun.await(30, TimeUnit.SECONDS));
        run.stop();

        assertTrue(run.await(Duration.ofSeconds(20)));
        assertEquals(List.of(RunStatus.State.STOPPED, RunStatus.State.STOPPED, RunStatus.State.STOPPED), run.runs().stream().map(RunStatus::state).toList());
        assertTrue(ToyLab.folder(run, 0).end().isEmpty());
    }

    @Test
    void oneRunIsStoppedByNameAndTheOthersFinish() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ToyLab lab = new ToyLab(folder, Rig.supervised(planning -> List.of(Rig.learn("learner", 0, 0))), Spy.of(Privilege.CURRENT_DATA, new ArrayList<>(), data -> {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        RunningExperiment run = lab.start(lab.read(SCRIPTED), 1);
        assertTrue(begun.await(30, TimeUnit.SECONDS));
        assertTrue(run.stop("spy-blobs-1"));
        assertTrue(!run.stop("spy-blobs-9"));
        goOn.countDown();

        ToyLab.ended(run);
        assertEquals(List.of(RunStatus.State.DONE, RunStatus.State.STOPPED, RunStatus.State.DONE), run.runs().stream().map(RunStatus::state).toList());
    }
}
