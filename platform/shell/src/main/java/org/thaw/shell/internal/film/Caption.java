package org.thaw.shell.internal.film;

import java.util.Locale;
import org.thaw.api.environment.Step;
import org.thaw.runtime.folder.Film;
import org.thaw.shell.internal.console.Text;

/** What is said below a frame. */
record Caption(String run, Film film) {
    /** In one line. */
    String of(int frame) {
        Film.Frame now = film.frames().get(frame);
        String action = now.action().isEmpty() ? "" : "  action " + Text.printable(now.action());
        return String.format(Locale.ROOT, "%s  task %d  step %,d  return %s%s  %d/%d%s", Text.printable(run), film.task() + 1, now.step(), number(film.total(frame)), action, frame, film.steps(), end(frame));
    }

    private String end(int frame) {
        if (frame < film.steps()) {
            return "";
        }
        return film.frames().get(frame).kind() == Step.Kind.LAST ? "  end" : "  and so on";
    }

    /** A return of whole rewards without decimals. */
    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }
}
