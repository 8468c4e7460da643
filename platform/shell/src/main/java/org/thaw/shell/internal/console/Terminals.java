package org.thaw.shell.internal.console;

import java.io.IOException;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;

/** The terminal of the process. */
public final class Terminals {
    private static final int TRUE_COLOURS = 1 << 24;

    private Terminals() {
    }

    /**
     * That of standard input and output.
     *
     * @param signals whether Ctrl-C goes to the terminal's handler instead of ending the process
     * @return empty if one of them is none, or too simple to draw upon
     */
    public static Optional<Terminal> open(boolean signals) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            // JLine looks for its ways to the terminal with this loader
            thread.setContextClassLoader(TerminalBuilder.class.getClassLoader());
            Terminal terminal = TerminalBuilder.builder().name("thaw").system(true).systemOutput(TerminalBuilder.SystemOutput.SysOut).dumb(true)
                    .jansi(false).jna(false).nativeSignals(signals).signalHandler(signals ? Terminal.SignalHandler.SIG_IGN : Terminal.SignalHandler.SIG_DFL).build();
            if (simple(terminal)) {
                terminal.close();
                return Optional.empty();
            }
            return Optional.of(terminal);
        } catch (IOException | IllegalStateException e) {
            return Optional.empty();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Whether it can only be written upon, not drawn. */
    public static boolean simple(Terminal terminal) {
        return terminal.getType().startsWith(Terminal.TYPE_DUMB);
    }

    /**
     * How many colours it can show.
     *
     * @param announced the value of {@code COLORTERM}, by which terminals say that they show more than their description knows; null for none
     */
    public static int colours(Terminal terminal, String announced) {
        if ("truecolor".equals(announced) || "24bit".equals(announced)) {
            return TRUE_COLOURS;
        }
        Integer known = terminal.getNumericCapability(InfoCmp.Capability.max_colors);
        return known == null ? 0 : known;
    }

    /** Whether colours are wanted, by the convention of no-color.org. */
    static boolean colour(String noColor) {
        return noColor == null || noColor.isEmpty();
    }
}
