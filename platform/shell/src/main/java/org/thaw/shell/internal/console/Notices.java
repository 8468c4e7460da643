package org.thaw.shell.internal.console;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jline.reader.LineReader;

/** Words that nobody waits for, at a prompt: said above the line being typed, or, while a verb has the terminal, once it gives it back. */
public final class Notices {
    private final LineReader reader;
    private final Queue<String> waiting = new ArrayDeque<>();

    public Notices(LineReader reader) {
        this.reader = reader;
        // called when a line begins to be read: from then on isReading() holds, so nothing can be left behind
        reader.getWidgets().put(LineReader.CALLBACK_INIT, () -> {
            flush();
            return true;
        });
    }

    /** Says it as soon as that disturbs nobody. */
    public synchronized void say(String text) {
        waiting.add(text);
        if (reader.isReading()) {
            flush();
        }
    }

    private synchronized void flush() {
        for (String text = waiting.poll(); text != null; text = waiting.poll()) {
            reader.printAbove(text);
        }
    }
}
