package org.thaw.shell.internal.film;

import java.io.IOError;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedCharSequence.ForceMode;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;

/** A place on a terminal where one frame after another is drawn. JLine's own display rounds colours to those that the terminal's description knows. */
final class Screen {
    private final Terminal terminal;
    private final int colours;
    private int lines;
    private boolean gone;

    /** @param colours how many the terminal can show */
    Screen(Terminal terminal, int colours) {
        this.terminal = terminal;
        this.colours = colours;
    }

    /** Draws lines in the place of those before; fewer than the terminal has. */
    void show(List<AttributedString> frame) {
        guarded(() -> {
            top();
            for (int i = 0; i < frame.size(); i++) {
                terminal.writer().print(i == 0 ? "" : System.lineSeparator());
                terminal.writer().print(frame.get(i).toAnsi(colours, ForceMode.None));
                terminal.puts(Capability.clr_eol);
            }
            terminal.puts(Capability.clr_eos);
            lines = frame.size();
        });
    }

    /** Takes away what was drawn. */
    void clear() {
        guarded(() -> {
            top();
            terminal.puts(Capability.clr_eos);
            lines = 0;
        });
    }

    /** Leaves what is drawn, and goes below it. */
    void leave() {
        if (lines > 0) {
            guarded(terminal.writer()::println);
            lines = 0;
        }
    }

    private void top() {
        terminal.writer().print('\r');
        if (lines > 1) {
            terminal.puts(Capability.parm_up_cursor, lines - 1);
        }
    }

    /** A terminal can go away while it is drawn upon. */
    private void guarded(Runnable drawing) {
        if (!gone) {
            try {
                drawing.run();
                terminal.flush();
            } catch (IllegalStateException | IOError e) {
                gone = true;
            }
        }
    }
}
