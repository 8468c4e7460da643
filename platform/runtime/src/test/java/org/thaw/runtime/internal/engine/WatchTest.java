package org.thaw.runtime.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.api.environment.Picture;
import org.thaw.api.environment.Step;
import org.thaw.api.metric.Event;
import org.thaw.runtime.folder.Film;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.internal.catalog.Entries;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.runtime.run.WatchRefusedException;
import org.thaw.runtime.toys.DrawnCorridor;
import org.thaw.runtime.toys.ToyLab;

class WatchTest {
    private static final String LIVES = "{\"name\": \"toy\", \"protocol\": {\"plugin\": \"chunks\", \"steps\": 1000}, \"environment\": \"drawn-corridor\","
            + " \"learner\": {\"plugin\": \"walker\", \"horizon\": 3}, \"metrics\": [\"count\"], \"lanes\": 2}";
    private static final String SUPERVISED = "{\"name\": \"toy\", \"protocol\": \"halves\", \"environment\": \"blobs\", \"learner\": \"centroids\"}";

    @TempDir
    Path folder;

    private ToyLab lab(String name) {
        return new ToyLab(folder.resolve(name), Entries.of(new DrawnCorridor.Factory()));
    }

    /** Starts it and holds it before its first step. */
    private static RunningExperiment held(ToyLab lab, String json, String... overrides) {
        lab.gate.lock();
        RunningExperiment run = lab.start(lab.read(json, overrides), lab.settings(1));
        run.pause();
        lab.gate.unlock();
        while (run.runs().get(0).state() != RunStatus.State.PAUSED && !run.runs().get(0).state().over()) {
            Thread.onSpinWait();
        }
        return run;
    }

    private static CompletableFuture<Film> watch(RunningExperiment run) {
        return run.watch(run.runs().get(0).run());
    }

    private static Film seen(CompletableFuture<Film> film) throws Exception {
        return film.get(30, TimeUnit.SECONDS);
    }

    private static String refused(CompletableFuture<Film> film) {
        ExecutionException e = assertThrows(ExecutionException.class, () -> seen(film));
        return assertThrows(WatchRefusedException.class, () -> {
            throw e.getCause();
        }).getMessage();
    }

    private static int walker(Picture picture) {
        return IntStream.range(0, picture.columns()).filter(column -> picture.symbol(0, column) == '@').findFirst().orElseThrow();
    }

    @Test
    void aFilmShowsWhatHappenedFromTheFirstStepToTheLast() throws Exception {
        RunningExperiment run = held(lab("a"), LIVES, "lanes=1");
        CompletableFuture<Film> answer = watch(run);
        run.resume();
        Film film = seen(answer);
        ToyLab.ended(run);

        assertTrue(film.whole());
        assertEquals("learner", film.role());
        Film.Frame first = film.frames().get(0);
        assertEquals(List.of("", 0.0, Step.Kind.FIRST, 0), List.of(first.action(), first.reward(), first.kind(), walker(film.picture(0))));
        for (int i = 1; i <= film.steps(); i++) {
            Film.Frame frame = film.frames().get(i);
            int move = walker(film.picture(i)) - walker(film.picture(i - 1));
            assertTrue(move == 0 || move == (frame.action().equals("1") ? 1 : -1), "a move goes where the action says, or slips");
            assertEquals(i == film.steps() ? 1 : -0.01, frame.reward());
            assertEquals(first.step() + i - 1, frame.step(), "a frame has the step of learning in which it came about");
        }
        assertEquals(4, walker(film.picture(film.steps())));
        Event.EpisodeEnded told = ToyLab.folder(run, 0).events().stream().filter(Event.EpisodeEnded.class::isInstance).map(Event.EpisodeEnded.class::cast)
                .filter(end -> end.step() == first.step() + film.steps()).findFirst().orElseThrow();
        assertEquals(told.length(), film.steps());
        assertEquals(told.total(), film.total(), 1e-12);
    }

    @Test
    void aRunThatIsWatchedGoesAsOneThatIsNot() throws Exception {
        RunFolder alone = ToyLab.folder(lab("alone").run(LIVES), 0);
        RunningExperiment run = held(lab("watched"), LIVES);
        CompletableFuture<Film> answer = watch(run);
        run.resume();
        for (int i = 0; i < 20 && !run.runs().get(0).state().over(); i++) {
            seen(answer.exceptionally(over -> null));
            answer = watch(run);
        }
        RunFolder watched = ToyLab.folder(ToyLab.ended(run), 0);

        assertEquals(Files.readString(alone.path().resolve(RunFolder.EVENTS)), Files.readString(watched.path().resolve(RunFolder.EVENTS)));
        assertEquals(alone.end().orElseThrow().fingerprints(), watched.end().orElseThrow().fingerprints());
        assertEquals(alone.films(), watched.films());
    }

    @Test
    void allWhoWaitAreShownTheSameEpisode() throws Exception {
        RunningExperiment run = held(lab("a"), LIVES);
        CompletableFuture<Film> one = watch(run);
        CompletableFuture<Film> other = watch(run);
        run.resume();
        assertEquals(seen(one), seen(other));
        ToyLab.ended(run);
    }

    @Test
    void aLifeWithoutEpisodesIsFilmedFromItsMidst() throws Exception {
        RunningExperiment run = held(lab("a"), LIVES, "environment.ends=false", "protocol.steps=6000", "protocol.evaluate=false");
        CompletableFuture<Film> answer = watch(run);
        run.resume();
        Film film = seen(answer);
        ToyLab.ended(run);

        assertFalse(film.whole());
        assertEquals(1000, film.frames().size());
        assertTrue(film.frames().stream().allMatch(frame -> frame.kind() == Step.Kind.MID));
    }

    @Test
    void aRunThatEndsBeforeAnotherEpisodeBeginsSaysSo() throws Exception {
        RunningExperiment run = held(lab("a"), LIVES, "protocol.steps=6", "protocol.chunks=1", "protocol.evaluate=false");
        CompletableFuture<Film> answer = watch(run);
        run.resume();
        ToyLab.ended(run);
        assertTrue(refused(answer).contains("the run was over before an episode could be filmed"), "its first episode had begun, and no other did");
    }

    @Test
    void whereThereIsNothingToSeeThatIsSaid() throws Exception {
        RunningExperiment predictor = held(lab("a"), SUPERVISED);
        CompletableFuture<Film> of = watch(predictor);
        predictor.resume();
        assertEquals("centroids@0.0.0 is a predictor: it lives in no world, so there is nothing to watch", refused(of));
        ToyLab.ended(predictor);

        RunningExperiment plain = held(lab("b"), LIVES.replace("drawn-", ""));
        CompletableFuture<Film> invisible = watch(plain);
        plain.resume();
        assertEquals("the world corridor@0.0.0 draws no pictures, so there is nothing to watch", refused(invisible));
        ToyLab.ended(plain);
        assertTrue(refused(watch(plain)).endsWith("is over"));
        assertTrue(refused(plain.watch("nobody")).contains("has no run \"nobody\""));
    }

    @Test
    void aWorldThatFailsToDrawItselfDisappointsItsWatchersAndNobodyElse() throws Exception {
        RunningExperiment run = held(lab("a"), LIVES, "environment.broken=true");
        CompletableFuture<Film> answer = watch(run);
        run.resume();
        String why = refused(answer);
        assertTrue(why.contains("drawn-corridor@0.0.0") && why.contains("out of paint"), why);
        RunFolder done = ToyLab.folder(ToyLab.ended(run), 0);
        assertTrue(done.end().orElseThrow().done());
        assertEquals(List.of(), done.films());
        assertEquals(1, Files.readAllLines(done.path().resolve(RunFolder.LOG)).stream().filter(line -> line.contains("out of paint")).count());
    }

    @Test
    void theFolderHoldsTheFirstEpisodeOfEachTasksLatestEvaluation() {
        RunFolder run = ToyLab.folder(lab("a").run(LIVES, "lanes=1", "protocol.steps=500"), 0);

        assertEquals(1, run.films().size());
        Film film = run.films().get(0);
        assertEquals(List.of("learner", "environment", 0, true), List.of(film.role(), film.environment(), film.task(), film.whole()));
        assertTrue(film.frames().stream().allMatch(frame -> frame.step() == 2000), "the last of four");
        assertEquals(4, walker(film.picture(film.steps())));
    }

    @Test
    void aRunThatGoesOnFromACheckpointLeavesTheSameFilms() throws Exception {
        ToyLab lab = lab("a");
        RunFolder whole = ToyLab.folder(lab("whole").run(LIVES, "protocol.steps=20000"), 0);
        RunningExperiment run = held(lab, LIVES, "protocol.steps=20000");
        CompletableFuture<Film> answer = watch(run);
        run.resume();
        seen(answer);
        run.stop();
        ToyLab.ended(run);
        RunFolder resumed = ToyLab.folder(ToyLab.ended(lab.resume("toy", lab.settings(1))), 0);

        assertEquals(whole.films(), resumed.films());
    }
}
