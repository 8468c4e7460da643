package org.thaw.shell.internal.progress;

import java.io.IOError;
import java.util.List;
import java.util.function.Function;
import org.jline.terminal.Terminal;
import org.jline.utils.Display;
import org.thaw.runtime.run.RunStatus;

/** A block of lines on a terminal, drawn over and over at the same place, and gone at the end. */
final class Live implements View {
    private final Terminal terminal;
    private final Display display;
    private final Block block;
    private boolean gone;

    Live(Terminal terminal, Function<RunStatus, String> scores, boolean colour) {
        this.terminal = terminal;
        this.display = new Display(terminal, false);
        this.block = new Block(scores, new Estimates(System::nanoTime), colour);
    }

    @Override
    public void show(List<RunStatus> runs) {
        draw(() -> {
            int width = terminal.getWidth();
            int height = terminal.getHeight();
            display.resize(height, width);
            display.update(block.render(runs, width, height), -1);
        });
    }

    @Override
    public void close() {
        draw(() -> {
            display.update(List.of(), 0);
            terminal.flush();
        });
    }

    /** A terminal can go away while it is drawn upon: its window is closed, or the process is being ended. The runs do not care. */
    private void draw(Runnable drawing) {
        if (!gone) {
            try {
                drawing.run();
            } catch (IllegalStateException | IOError e) {
                gone = true;
            }
        }
    }
}
