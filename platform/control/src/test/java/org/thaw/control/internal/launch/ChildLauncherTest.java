package org.thaw.control.internal.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.control.internal.host.FakeLaboratory;
import org.thaw.control.internal.host.Listening;
import org.thaw.runtime.folder.Film;
import org.thaw.runtime.folder.RunEnd;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.launch.LaunchedRun;
import org.thaw.runtime.launch.RunOrder;
import org.thaw.runtime.launch.RunOver;
import org.thaw.runtime.run.Checkpoints;
import org.thaw.runtime.run.Limits;
import org.thaw.runtime.run.SwapRefusedException;
import org.thaw.runtime.run.SwapRequest;
import org.thaw.runtime.run.WatchRefusedException;

/** Real processes, each with a fake engine. */
class ChildLauncherTest {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(5), Duration.ofMinutes(5), 64);

    @TempDir
    Path folder;
    private Listening host;
    private ChildLauncher launcher;

    @BeforeEach
    void host() throws IOException {
        host = new Listening(folder.resolve("h.sock"), new FakeLaboratory(folder));
        launcher = launcher(Policy.usual());
    }

    @AfterEach
    void end() throws InterruptedException {
        launcher.deactivate();
        host.close();
    }

    private ChildLauncher launcher(Policy policy) {
        List<String> options = List.of("-cp", System.getProperty("java.class.path"), TestChild.class.getName());
        return new ChildLauncher(host, new ChildCommand(() -> options, Optional.empty()), policy);
    }

    private RunOrder order(String name, Behaviour behaviour, Limits limits) throws IOException {
        Path run = Files.createDirectories(folder.resolve(name));
        Files.writeString(run.resolve(Behaviour.SCRIPT), behaviour.name());
        return new RunOrder(run, folder, true, limits, Checkpoints.usual());
    }

    private String fails(Behaviour behaviour, Limits limits) throws Exception {
        Heard heard = new Heard();
        RunOrder order = order("run", behaviour, limits);
        launcher.launch(order, heard);
        RunOver over = heard.end();
        assertEquals(RunOver.How.FAILED, over.how());
        RunEnd end = new RunFolder(order.folder()).end().orElseThrow();
        assertEquals("failed", end.status());
        assertEquals(over.message(), end.message());
        return end.plugin() + " | " + end.phase() + " | " + end.message();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("run/log"));
    }

    private String pid(String run) throws IOException {
        return Files.readString(folder.resolve(run).resolve("pid"));
    }

    private void gone(String run) throws Exception {
        Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(pid(run)));
        if (process.isPresent()) {
            process.get().onExit().get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void aRunThatEndsWellIsDoneAndItsProcessTakesTheNext() throws Exception {
        launcher = launcher(new Policy(Duration.ofSeconds(10), 512, Duration.ofMinutes(1), true)); // however long the next keeps it waiting
        for (String name : List.of("a", "b")) {
            Heard heard = new Heard();
            launcher.launch(order(name, Behaviour.WORK, LIMITS), heard);
            assertEquals(new RunOver(RunOver.How.DONE, ""), heard.end());
        }
        assertEquals(pid("a"), pid("b"));
    }

    @Test
    void aRunThatFailsSharesItsProcessWithNoOther() throws Exception {
        assertEquals(" |  | java.lang.IllegalStateException: boom", fails(Behaviour.THROW, LIMITS));
        Heard heard = new Heard();
        launcher.launch(order("b", Behaviour.WORK, LIMITS), heard);
        assertEquals(RunOver.How.DONE, heard.end().how());
        assertNotEquals(pid("run"), pid("b"));
    }

    @Test
    void aProcessWithoutARunIsLetGoAfterAWhile() throws Exception {
        Heard heard = new Heard();
        launcher.launch(order("run", Behaviour.WORK, LIMITS), heard);
        heard.end();
        gone("run");
    }

    @Test
    void aRunIsPausedResumedSwappedAndStopped() throws Exception {
        Heard heard = new Heard();
        LaunchedRun run = launcher.launch(order("run", Behaviour.WAIT, LIMITS), heard);
        run.pause();
        heard.until(progress -> progress.paused());
        run.resume();
        assertEquals("learner bad@1.0.0 learn", heard.until(progress -> !progress.paused()).call());
        assertEquals(7, run.swap(swap("ewc")).get(60, TimeUnit.SECONDS).step());
        Throwable refused = assertThrows(ExecutionException.class, () -> run.swap(swap("x")).get(60, TimeUnit.SECONDS)).getCause();
        assertEquals("no x", ((SwapRefusedException) refused).getMessage());
        run.stop();
        assertEquals(RunOver.How.STOPPED, heard.end().how());
        assertTrue(Files.exists(folder.resolve("run/checkpoint")));
        gone("run");
    }

    @Test
    void anEpisodeFilmedInAChildReachesItsHost() throws Exception {
        Heard heard = new Heard();
        LaunchedRun run = launcher.launch(order("run", Behaviour.WAIT, LIMITS), heard);
        Film film = run.watch().get(60, TimeUnit.SECONDS);
        assertEquals(pid("run"), Long.toString(film.frames().get(0).step()));
        run.pause();
        heard.until(progress -> progress.paused());
        Throwable refused = assertThrows(ExecutionException.class, () -> run.watch().get(60, TimeUnit.SECONDS)).getCause();
        assertEquals("nothing moves", ((WatchRefusedException) refused).getMessage());
        run.stop();
        heard.end();
        assertThrows(ExecutionException.class, () -> run.watch().get(60, TimeUnit.SECONDS));
        gone("run");
    }

    private static SwapRequest swap(String learner) {
        return new SwapRequest("learner", learner, true, OptionalLong.empty(), false, new JsonObject());
    }

    @Test
    void aCallThatDoesNotComeBackIsEndedWithItsNameAndItsStack() throws Exception {
        String failure = fails(Behaviour.LOOP, new Limits(Duration.ofSeconds(1), Duration.ofMinutes(5), 64));
        assertEquals("learner bad@1.0.0 | task 2 | phase task 2: learner bad@1.0.0 learn has not come back for 1 seconds, the limit of one call", failure);
        assertTrue(log().contains("FakeEngine$Run.behave"), log());
    }

    @Test
    void aPhaseThatTakesTooLongIsEnded() throws Exception {
        assertTrue(fails(Behaviour.WAIT, new Limits(Duration.ofMinutes(5), Duration.ofSeconds(1), 64)).contains("more than 1 seconds, the limit of a phase"));
    }

    @Test
    void aPauseIsNoHang() throws Exception {
        Heard heard = new Heard();
        LaunchedRun run = launcher.launch(order("run", Behaviour.WAIT, new Limits(Duration.ofSeconds(1), Duration.ofSeconds(2), 64)), heard);
        run.pause();
        heard.until(progress -> progress.paused());
        assertThrows(java.util.concurrent.TimeoutException.class, () -> heard.end(4));
        run.stop();
        assertEquals(RunOver.How.STOPPED, heard.end().how());
    }

    @Test
    void whoCallsSystemExitIsNamed() throws Exception {
        String failure = fails(Behaviour.EXIT, LIMITS);
        assertTrue(failure.endsWith("learner bad@1.0.0 learn: org.thaw.control.internal.launch.FakeEngine$Run.behave called System.exit"), failure);
    }

    @Test
    void aProcessThatIsJustGoneLeavesTheLastKnownCallAndItsLastWords() throws Exception {
        String failure = fails(Behaviour.HALT, LIMITS);
        assertTrue(failure.startsWith("learner bad@1.0.0 | task 2 | phase task 2: learner bad@1.0.0 learn: its process ended with exit code 3, before the run was over"), failure);
        assertTrue(log().contains("PRINTED famous last words"), log());
    }

    @Test
    void theEndOfTheHeapIsAFailureLikeOthers() throws Exception {
        assertTrue(fails(Behaviour.HEAP, LIMITS).contains("OutOfMemoryError: Java heap space"));
    }

    @Test
    void theEndOfTheHeapInAnotherThreadFailsTheRun() throws Exception {
        assertTrue(fails(Behaviour.HEAP_ELSEWHERE, LIMITS).contains("its process ran out of memory; a run may take 64 MiB of heap"));
        assertTrue(log().contains("in the thread hungry"), log());
    }

    @Test
    void memoryOutsideTheHeapIsBoundedByTheJvm() throws Exception {
        assertTrue(fails(Behaviour.DIRECT, LIMITS).contains("direct buffer memory"));
    }

    @Test
    void aProcessThatTakesMoreMemoryThanAllowedIsKilled() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/status")), "SKIPPED: this system does not tell how much memory a process takes");
        launcher = launcher(new Policy(Duration.ofSeconds(10), -120, Duration.ofSeconds(3), true));
        String failure = fails(Behaviour.WAIT, LIMITS);
        assertTrue(failure.contains("its process was killed: it took ") && failure.contains("more than the 8 MiB allowed"), failure);
    }

    @Test
    void aProcessKilledFromOutsideFailsItsRunAlone() throws Exception {
        Heard other = new Heard();
        LaunchedRun innocent = launcher.launch(order("other", Behaviour.WAIT, LIMITS), other);
        other.until(progress -> true);
        Heard heard = new Heard();
        LaunchedRun run = launcher.launch(order("run", Behaviour.WAIT, LIMITS), heard);
        heard.until(progress -> progress.moves() > 1);
        launcher.process(run).orElseThrow().destroyForcibly();

        assertTrue(heard.end().message().contains("its process was ended by signal 9 (SIGKILL)"), heard.end().message());
        other.until(progress -> true);
        innocent.stop();
        assertEquals(RunOver.How.STOPPED, other.end().how());
    }

    @Test
    void aProcessThatStandsStillIsKilled() throws Exception {
        launcher = launcher(new Policy(Duration.ofSeconds(2), 512, Duration.ofSeconds(3), true));
        Heard heard = new Heard();
        LaunchedRun run = launcher.launch(order("run", Behaviour.WAIT, LIMITS), heard);
        heard.until(progress -> true);
        new ProcessBuilder("kill", "-STOP", pid("run")).start().waitFor();
        assertTrue(heard.end().message().contains("its process was killed: it gave no sign of life for"), heard.end().message());
    }

    @Test
    void aProcessThatIsToldToEndWritesACheckpoint() throws Exception {
        Heard heard = new Heard();
        launcher.launch(order("run", Behaviour.WAIT, LIMITS), heard);
        heard.until(progress -> true);
        ProcessHandle.of(Long.parseLong(pid("run"))).orElseThrow().destroy();
        assertEquals(RunOver.How.STOPPED, heard.end().how());
        assertTrue(Files.exists(folder.resolve("run/checkpoint")));
        assertEquals(Optional.empty(), new RunFolder(folder.resolve("run")).end());
    }

    @Test
    void theTerminalsSignalsAreNotForChildren() throws Exception {
        Heard heard = new Heard();
        LaunchedRun run = launcher.launch(order("run", Behaviour.WAIT, LIMITS), heard);
        heard.until(progress -> true);
        for (String signal : List.of("-INT", "-HUP", "-QUIT")) {
            new ProcessBuilder("kill", signal, pid("run")).start().waitFor();
        }
        long moves = heard.until(progress -> true).moves();
        heard.until(progress -> progress.moves() > moves + 60);
        run.stop();
        assertEquals(RunOver.How.STOPPED, heard.end().how());
    }

    @Test
    void withoutItsHostAChildWritesACheckpointAndGoes() throws Exception {
        Heard heard = new Heard();
        launcher.launch(order("run", Behaviour.WAIT, LIMITS), heard);
        heard.until(progress -> true);
        host.close();
        gone("run");
        assertTrue(Files.exists(folder.resolve("run/checkpoint")));
        assertEquals(Optional.empty(), new RunFolder(folder.resolve("run")).end().filter(RunEnd::done));
    }

    @Test
    void aProcessThatDoesNotWantToEndIsKilled() throws Exception {
        Heard heard = new Heard();
        launcher.launch(order("run", Behaviour.HOOK, LIMITS), heard);
        assertEquals(RunOver.How.DONE, heard.end().how());
        launcher.deactivate();
        gone("run");
    }

    @Test
    void doneIsWhatTheFolderSaysNotTheProcess() throws Exception {
        assertTrue(fails(Behaviour.LIE, LIMITS).contains("it said it was done, but wrote no end marker"));
    }

    @Test
    void aJvmThatCannotStartIsAFailureInItsOwnWords() throws Exception {
        assertTrue(fails(Behaviour.WORK, new Limits(Duration.ofMinutes(5), Duration.ofMinutes(5), Integer.MAX_VALUE)).contains("its process ended with exit code 1"));
        assertTrue(log().contains("heap"), log());
        assertFalse(Files.exists(folder.resolve("run/pid")));
    }
}
