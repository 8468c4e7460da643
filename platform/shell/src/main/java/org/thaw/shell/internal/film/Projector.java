package org.thaw.shell.internal.film;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.thaw.runtime.folder.Film;
import org.thaw.shell.internal.console.Console;
import org.thaw.shell.internal.console.Keys;
import org.thaw.shell.internal.console.Terminals;
import org.thaw.shell.internal.console.Text;

/** Plays films: on a terminal one frame in the place of another, at a speed that can be followed; elsewhere one below the other, as text. */
public final class Projector {
    /** The last frame is looked at for longer. */
    private static final Duration LAST = Duration.ofSeconds(1);
    private static final int FEWEST = 8;

    private final Console console;
    private final Duration frame;
    private final Canvas canvas;
    private final Optional<Screen> screen;

    /** @param speed frames in a second */
    public Projector(Console console, double speed) {
        this.console = console;
        this.frame = Duration.ofNanos((long) (1e9 / speed));
        int colours = console.colour() ? console.terminal().map(terminal -> Terminals.colours(terminal, System.getenv("COLORTERM"))).orElse(0) : 0;
        this.canvas = colours >= FEWEST ? new HalfBlocks() : new Symbols();
        this.screen = console.terminal().map(terminal -> new Screen(terminal, Math.max(colours, 1)));
    }

    /** Plays it to its end, or until a key is pressed. Returns whether it came to its end. */
    public boolean play(String run, Film film, Keys keys) throws InterruptedException {
        Caption caption = new Caption(run, film);
        for (int i = 0; i < film.frames().size(); i++) {
            List<AttributedString> lines = lines(film, i, caption);
            if (screen.isEmpty()) {
                lines.forEach(line -> console.out().println(line));
                console.out().flush();
                continue;
            }
            screen.get().show(lines);
            if (keys.pressed(i == film.steps() && frame.compareTo(LAST) < 0 ? LAST : frame)) {
                return false;
            }
        }
        return true;
    }

    private List<AttributedString> lines(Film film, int frame, Caption caption) {
        int width = console.width() - 1;
        int height = console.terminal().map(terminal -> Math.max(FEWEST, terminal.getHeight() - 2)).orElse(Integer.MAX_VALUE / 2);
        List<AttributedString> lines = new ArrayList<>(canvas.draw(film.picture(frame), width, height));
        lines.add(new AttributedString(Text.cut(caption.of(frame), width), AttributedStyle.DEFAULT));
        return lines;
    }

    /** Something else is to be shown. */
    public void clear() {
        screen.ifPresent(Screen::clear);
    }

    /** Leaves the last frame where it is. */
    public void leave() {
        screen.ifPresent(Screen::leave);
    }
}
