package org.thaw.runtime.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.environment.Picture;
import org.thaw.api.environment.Step;

class FilmTest {
    private static Picture picture(int rows, int columns, int colours) {
        Picture picture = new Picture(rows, columns);
        for (int cell = 0; cell < rows * columns; cell++) {
            picture.paint(cell / columns, cell % columns, 'x', cell % colours);
        }
        return picture;
    }

    @Test
    void picturesComeBackAsTheyWere() {
        Reel reel = new Reel("learner", "environment", 2, 10);
        for (int colours : new int[] {1, 3, 100, 6000}) {
            assertTrue(reel.add(Step.Kind.FIRST, 7, "", 0.5, picture(60, 100, colours)));
        }
        Film film = Json.COMPACT.fromJson(Json.COMPACT.toJson(reel.film()), Film.class);

        assertEquals(reel.film(), film);
        for (int frame = 0; frame < 4; frame++) {
            Picture shown = film.picture(frame);
            Picture was = picture(60, 100, new int[] {1, 3, 100, 6000}[frame]);
            for (int cell = 0; cell < 6000; cell++) {
                assertEquals(was.colour(cell / 100, cell % 100), shown.colour(cell / 100, cell % 100));
                assertEquals('x', shown.symbol(cell / 100, cell % 100));
            }
        }
    }

    @Test
    void aReelHasAnEnd() {
        Reel few = new Reel("learner", "environment", 0, 2);
        assertTrue(few.add(Step.Kind.FIRST, 0, "", 0, picture(2, 2, 1)));
        assertFalse(few.add(Step.Kind.MID, 1, "0", 0, picture(2, 3, 1)), "of another size");
        assertTrue(few.add(Step.Kind.MID, 1, "0", 1, picture(2, 2, 1)));
        assertFalse(few.add(Step.Kind.MID, 2, "0", 1, picture(2, 2, 1)));
        assertFalse(few.film().whole());
        assertEquals(1, few.film().total());
        assertEquals(1, few.film().steps());

        Reel large = new Reel("learner", "environment", 0, 1000);
        Picture picture = picture(500, 500, 1);
        int frames = 0;
        while (large.add(Step.Kind.MID, 0, "", 0, picture)) {
            frames++;
        }
        assertEquals(4, frames);
    }

    @Test
    void whatCannotBePrintedIsAQuestionMark() {
        for (char symbol : new char[] {'\u001b', '\n', '\u0000', '\u200e', '\ud800', '\u0301', '\u009b'}) {
            assertEquals('?', new Film.Paint(symbol, 0).symbol());
        }
        assertEquals('é', new Film.Paint('é', 0).symbol());
        assertEquals(' ', new Film.Paint(' ', 0).symbol());
    }

    @Test
    void aDamagedFilmIsRefused() {
        List<Film.Paint> paints = List.of(new Film.Paint('x', 0));
        assertThrows(IllegalArgumentException.class, () -> film(paints, "000"));
        assertThrows(IllegalArgumentException.class, () -> film(paints, "0001"));
        assertThrows(IllegalArgumentException.class, () -> film(paints, "000<"));
        assertThrows(IllegalArgumentException.class, () -> new Film("learner", "environment", 0, true, 2, 2, paints, List.of()));
    }

    private static Film film(List<Film.Paint> paints, String cells) {
        return new Film("learner", "environment", 0, true, 2, 2, paints, List.of(new Film.Frame(Step.Kind.FIRST, 0, "", 0, cells)));
    }
}
