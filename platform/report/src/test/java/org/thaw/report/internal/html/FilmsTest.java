package org.thaw.report.internal.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thaw.api.environment.Picture;
import org.thaw.api.environment.Step;
import org.thaw.api.metric.Event;
import org.thaw.report.internal.RunFixture;
import org.thaw.report.internal.data.ExperimentData;
import org.thaw.report.internal.data.MetricKinds;
import org.thaw.runtime.folder.Film;
import org.thaw.runtime.folder.Json;
import org.thaw.runtime.folder.Reel;
import org.thaw.runtime.folder.RunFolder;

class FilmsTest {
    @TempDir
    Path runs;

    private static Film film(String role, int task, int colours) {
        Reel reel = new Reel(role, "environment", task, 300);
        for (int frame = 0; frame < 3; frame++) {
            Picture picture = new Picture(20, 30);
            for (int cell = 0; cell < 600; cell++) {
                picture.paint(cell / 30, cell % 30, 'x', (cell + frame) % colours * 1000);
            }
            reel.add(frame == 0 ? Step.Kind.FIRST : frame == 1 ? Step.Kind.MID : Step.Kind.LAST, 5000, "1", frame, picture);
        }
        return reel.film();
    }

    private void run(long seed, Film... films) throws IOException {
        RunFixture run = new RunFixture(runs.resolve("e"), "task-cycle", "dqn", "CURRENT_DATA", "breakout", seed);
        for (int task = 0; task < 2; task++) {
            run.events.add(new Event.TaskBegan("learner", task * 1000L, task));
            for (int part = 1; part <= 2; part++) {
                run.events.add(new Event.Earned("learner", task * 1000L + part * 500L, task, 500, 100 * part));
            }
        }
        run.scalar("learner", "return-curve", 1);
        run.done();
        Path folder = Files.createDirectories(runs.resolve("e/dqn-breakout-" + seed).resolve(RunFolder.FILMS));
        for (Film film : films) {
            Files.writeString(folder.resolve(film.role().replace('/', '_') + film.task() + ".json"), Json.COMPACT.toJson(film));
        }
    }

    private String page() {
        return Page.write(new View(ExperimentData.read(runs.resolve("e")), new MetricKinds())).replaceFirst("(?s)</main>.*", "");
    }

    @Test
    void anEpisodeOfEachTaskIsShownOfTheFirstSeedThatHasOne() throws IOException {
        run(0);
        run(1, film("learner", 0, 2), film("learner", 1, 2));
        run(2, film("learner", 0, 2));
        String page = page();
        assertTrue(page.contains("<section id=\"films\">"));
        assertEquals(2, page.split("<figure class=\"film\">", -1).length - 1);
        assertTrue(page.contains("dqn, task 2: breakout</figcaption>"), page);
        assertTrue(page.contains("return 3 in 2 steps; after 5,000 steps of learning, seed 1"), page);
        assertTrue(page.contains("steps(15,jump-none)"), "three frames, the last of them for longer");
    }

    @Test
    void aPictureHoldsTheFramesOneBelowTheOther() throws IOException {
        for (int colours : new int[] {2, 200, 599}) {
            Film film = film("learner", 0, colours);
            run(0, film);
            Matcher data = Pattern.compile("url\\(data:image/png;base64,([^)]+)\\)").matcher(page());
            assertTrue(data.find());
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data.group(1))));
            assertEquals(30, image.getWidth());
            assertEquals(20 * 15, image.getHeight());
            for (int frame = 0; frame < 15; frame++) {
                int shown = Math.min(frame, 2);
                assertEquals(film.picture(shown).colour(19, 29), image.getRGB(29, frame * 20 + 19) & 0xffffff);
                assertEquals(film.picture(shown).colour(7, 3), image.getRGB(3, frame * 20 + 7) & 0xffffff);
            }
        }
    }

    @Test
    void aDamagedFilmHidesNoResults() throws IOException {
        run(0, film("learner", 0, 2));
        Files.writeString(runs.resolve("e/dqn-breakout-0/films/learner0.json"), "{\"role\":");
        String page = page();
        assertFalse(page.contains("id=\"films\""));
        assertFalse(page.contains("id=\"problems\""));
        assertTrue(page.contains("1 run done"));
    }

    @Test
    void aLifesCurvesSayWhereItWentOverToAnotherTask() throws IOException {
        run(0);
        assertTrue(page().contains("{\"x\":1000.0,\"label\":\"task 2\",\"color\":-1,\"tip\":[]}"), page());
    }
}
