package org.thaw.control.internal.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.thaw.control.internal.shared.RunLog;

/** What a child prints, on standard output or standard error: it goes to the log of its run, up to a bound; the last lines are kept. */
final class Output {
    private static final int LAST = 40;
    private static final int LONGEST_LINE = 2000;
    private static final long MOST = 4 << 20;
    private static final long PATIENCE = 500;
    /** Every JVM prints it. */
    private static final String VECTOR = "WARNING: Using incubator modules: jdk.incubator.vector";

    private final Thread reader;
    private final Deque<String> last = new ArrayDeque<>();
    private Path folder;
    private long written;

    Output(InputStream stream, Path folder) {
        this.folder = folder;
        this.reader = new Thread(() -> read(stream), "thaw-child-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Another run. */
    synchronized void follow(Path other) {
        folder = other;
        written = 0;
        last.clear();
    }

    /** Waits a moment for what is still on its way. Its own children may keep the stream open for longer. */
    void await() {
        try {
            reader.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The last lines. */
    synchronized String last() {
        return String.join("\n", last);
    }

    private void read(InputStream stream) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            StringBuilder line = new StringBuilder();
            for (int next = lines.read(); next >= 0; next = lines.read()) {
                if (next == '\n') {
                    add(line.toString());
                    line.setLength(0);
                } else if (line.length() < LONGEST_LINE) {
                    line.append((char) next);
                }
            }
            if (!line.isEmpty()) {
                add(line.toString());
            }
        } catch (IOException e) {
            add("(what it printed cannot be read: " + e.getMessage() + ")");
        }
    }

    private synchronized void add(String line) {
        if (line.equals(VECTOR)) {
            return;
        }
        last.addLast(line);
        if (last.size() > LAST) {
            last.removeFirst();
        }
        written += line.length() + 1;
        if (written <= MOST) {
            RunLog.append(folder, "PRINTED " + line);
        }
    }
}
