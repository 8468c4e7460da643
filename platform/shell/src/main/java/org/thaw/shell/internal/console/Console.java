package org.thaw.shell.internal.console;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jline.terminal.Terminal;

/**
 * Where a verb's words go, and from where its file names count.
 *
 * @param out      results
 * @param err      what went wrong
 * @param columns  characters per line, at this moment
 * @param colour   whether escape sequences for colours and weight are understood and wanted
 * @param terminal what can be drawn upon; empty if the output goes into a file or a pipe
 * @param prompt   what the prompt that the verb was typed at can be told later; empty if it came from a command line or a script
 * @param folder   the current folder
 */
public record Console(PrintStream out, PrintStream err, IntSupplier columns, boolean colour, Optional<Terminal> terminal, Optional<Notices> prompt,
                      Path folder) {
    /** What goes into a file or another program is not wrapped: a row is a line. */
    private static final int UNLIMITED = 100_000;
    private static final int UNKNOWN = 80;
    private static final int FEWEST = 40;

    /** Without a terminal. */
    public static Console plain(PrintStream out, PrintStream err, Path folder) {
        return new Console(out, err, () -> UNLIMITED, false, Optional.empty(), Optional.empty(), folder);
    }

    /** On a terminal. */
    public static Console on(Terminal terminal, PrintStream out, PrintStream err, Optional<Notices> prompt, Path folder) {
        boolean simple = Terminals.simple(terminal);
        return new Console(out, err, terminal::getWidth, !simple && Terminals.colour(System.getenv("NO_COLOR")),
                simple ? Optional.empty() : Optional.of(terminal), prompt, folder);
    }

    /** Characters per line. */
    public int width() {
        int width = columns.getAsInt();
        return width <= 0 ? UNKNOWN : Math.max(FEWEST, width);
    }

    /** A file as a person names it: from the current folder, {@code ~} is the home folder. */
    public Path file(String name) {
        String home = System.getProperty("user.home");
        if (name.equals("~") || name.startsWith("~/")) {
            return Path.of(home + name.substring(1));
        }
        return folder.resolve(name).normalize();
    }

    /** A file as short as can be said from the current folder. */
    public String brief(Path file) {
        Path absolute = folder.resolve(file).toAbsolutePath().normalize();
        Path here = folder.toAbsolutePath().normalize();
        return absolute.startsWith(here) && !absolute.equals(here) ? here.relativize(absolute).toString() : absolute.toString();
    }

    /** Says something that nobody waits for: above the prompt if there is one. */
    public void notice(String text) {
        prompt.ifPresentOrElse(notices -> notices.say(text), () -> out.print(text));
        out.flush();
    }
}
