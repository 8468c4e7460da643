package org.thaw.shell.internal.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.api.environment.Picture;
import org.thaw.api.environment.Step;
import org.thaw.runtime.folder.Film;
import org.thaw.runtime.folder.Reel;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunStatus.State;
import org.thaw.runtime.run.WatchRefusedException;
import org.thaw.shell.internal.Lab;
import org.thaw.shell.internal.Spoken;
import org.thaw.shell.internal.console.Console;

class WatchTest {
    private final Lab lab = new Lab();
    private final Spoken thaw = new Spoken(lab, Path.of("/lab"), 100);
    private final Lab.Paper maze = new Lab.Paper("maze", List.of(Lab.of("dqn", "d-0", State.RUNNING)));

    WatchTest() {
        lab.experiments.add(maze);
    }

    private static Film film() {
        Reel reel = new Reel("learner", "environment", 1, 100);
        for (int i = 0; i < 3; i++) {
            Picture picture = new Picture(1, 3);
            picture.paint(0, i, '@', 0x40ff40);
            reel.add(i == 0 ? Step.Kind.FIRST : i == 1 ? Step.Kind.MID : Step.Kind.LAST, 12000 + i, i == 0 ? "" : "2", i == 0 ? 0 : i - 0.5, picture);
        }
        return reel.film();
    }

    @Test
    void anEpisodeIsPrintedWhereThereIsNoTerminal() {
        maze.films.add(CompletableFuture.completedFuture(film()));
        assertEquals(0, thaw.say("watch", "maze/d-0", "--once"));
        assertEquals("""
                +-------+
                | @     |
                +-------+
                d-0  task 2  step 12,000  return 0  0/2
                +-------+
                |   @   |
                +-------+
                d-0  task 2  step 12,001  return 0.50  action 2  1/2
                +-------+
                |     @ |
                +-------+
                d-0  task 2  step 12,002  return 2  action 2  2/2  end
                """, thaw.out());
    }

    @Test
    void episodesFollowEachOtherUntilTheRunIsOver() {
        maze.films.add(CompletableFuture.completedFuture(film()));
        maze.films.add(CompletableFuture.completedFuture(film()));
        assertEquals(0, thaw.say("watch", "d-0"));
        assertEquals(2, thaw.out().split("2/2  end", -1).length - 1);
        assertTrue(thaw.out().contains("done"), thaw.out());
    }

    @Test
    void whereThereIsNothingToSeeTheRunsProgressIsShownWithTheReason() {
        maze.films.add(CompletableFuture.failedFuture(new WatchRefusedException("dqn@1 is a predictor: it lives in no world, so there is nothing to watch")));
        assertEquals(1, thaw.say("watch", "d-0", "--once"));
        assertEquals("thaw: d-0: dqn@1 is a predictor: it lives in no world, so there is nothing to watch\n", thaw.err());
    }

    @Test
    void theOnlyRunOfAnExperimentThatGoesOnIsSeenByTheExperimentsName() {
        maze.runs.add(0, Lab.of("dqn", "d-9", State.DONE));
        maze.films.add(CompletableFuture.completedFuture(film()));
        maze.films.add(CompletableFuture.completedFuture(film()));
        assertEquals(0, thaw.say("watch", "maze", "--once"));
        assertEquals(1, thaw.out().split("2/2  end", -1).length - 1);
        assertEquals(0, thaw.say("watch", maze.folder().toString()));
        assertEquals(1, thaw.out().split("2/2  end", -1).length - 1);
        assertTrue(thaw.out().contains("d-0  task 2  step 12,000") && thaw.out().contains("done"), thaw.out());
    }

    @Test
    void ofSeveralRunsTheProgressIsShownAndHowToSeeOne() throws Exception {
        maze.runs.add(Lab.of("dqn", "d-1", State.RUNNING));
        maze.films.add(CompletableFuture.completedFuture(film()));
        assertEquals(2, thaw.say("watch", "maze", "--once"));
        assertTrue(thaw.err().contains("name a run: watch maze/d-0, maze/d-1"), thaw.err());

        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        try (Terminal terminal = new LineDisciplineTerminal("test", "xterm-256color", screen, StandardCharsets.UTF_8)) {
            terminal.setSize(new Size(80, 24));
            PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);
            Console console = new Console(out, out, () -> 80, true, Optional.of(terminal), Optional.empty(), Path.of("/lab"));
            ((LineDisciplineTerminal) terminal).processInputBytes(new byte[] {'q'});
            assertEquals(0, new Verbs(lab.services(), "0.1.0").execute(console, List.of("watch", "maze")));
        }
        String shown = screen.toString(StandardCharsets.UTF_8);
        assertEquals(1, shown.split("to see an episode: watch maze/d-0", -1).length - 1, shown);
        assertEquals(1, maze.films.size(), "nobody asked for it");
    }

    @Test
    void whoLearnsFromAStreamOfExamplesHasNoEpisodes(@TempDir Path runs) throws Exception {
        Files.writeString(runs.resolve("run.json"), """
                {"format": 1, "experiment": "maze", "run": "d-0", "configuration": "c", "seed": 0, "protocol": {"name": "p", "plugin": "p"},
                 "players": {"environment": {"name": "digits", "plugin": "digits"}}}""");
        maze.runs.replaceAll(run -> new RunStatus(run.run(), run.learner(), run.environment(), run.seed(), run.state(), run.fraction(), run.phase(), run.score(),
                run.message(), runs));
        assertEquals(2, thaw.say("watch", "maze", "--once"));
        assertTrue(thaw.err().contains("maze has no episode to show"), thaw.err());
    }

    @Test
    void anExperimentThatIsOverIsShownByItsTable() {
        maze.films.add(CompletableFuture.completedFuture(film()));
        maze.runs.replaceAll(run -> Lab.of(run.learner(), run.run(), State.DONE));
        assertEquals(0, thaw.say("watch", "maze"));
        assertEquals(1, maze.films.size(), "nobody asked for it");
    }

    @Test
    void whatCannotBeShownIsRefused() {
        assertEquals(2, thaw.say("watch", "d-0", "--fps", "0"));
        assertTrue(thaw.err().contains("--fps 0.0: expected more than 0"), thaw.err());
        maze.runs.replaceAll(run -> Lab.of(run.learner(), run.run(), State.DONE));
        assertEquals(2, thaw.say("watch", "maze", "--once"));
        assertTrue(thaw.err().contains("maze has no episode to show"), thaw.err());
    }

    @Test
    void onATerminalFramesAreDrawnInOnePlaceAndAKeyEndsIt() throws Exception {
        maze.films.add(CompletableFuture.completedFuture(film()));
        maze.films.add(CompletableFuture.completedFuture(film()));
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        try (Terminal terminal = new LineDisciplineTerminal("test", "xterm-256color", screen, StandardCharsets.UTF_8)) {
            terminal.setSize(new Size(80, 24));
            PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);
            Console console = new Console(out, out, () -> 80, true, Optional.of(terminal), Optional.empty(), Path.of("/lab"));
            ((LineDisciplineTerminal) terminal).processInputBytes(new byte[] {'q'});
            assertEquals(0, new Verbs(lab.services(), "0.1.0").execute(console, List.of("watch", "d-0", "--fps", "50")));
        }
        String drawn = screen.toString(StandardCharsets.UTF_8);
        assertTrue(drawn.contains("▀") && drawn.contains("\u001b[") && drawn.contains("step 12,000"), drawn);
        assertEquals(1, maze.films.size(), "the second was not asked for");
    }
}
