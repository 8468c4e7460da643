package org.thaw.environments.gymnasium.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** How a process ends, and what it said last. */
final class Ending {
    private static final int PEACE_SECONDS = 3;
    private static final int FORCE_SECONDS = 10;
    private static final int LINES = 6;
    private static final int LAST_BYTES = 8192;
    private static final int SIGNALS = 128;

    private final Process process;
    private final Path folder;
    private final Path words;

    Ending(Process process, Path folder, Path words) {
        this.process = process;
        this.folder = folder;
        this.words = words;
    }

    /** Closes its input, which ends it; it and its own children are ended by force if it takes too long. */
    void inPeace() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // its end of the pipe is gone: it has ended
        }
        if (!awaited(PEACE_SECONDS)) {
            now();
        }
        clear(folder);
    }

    /** Ends it by force. */
    void now() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        awaited(FORCE_SECONDS);
    }

    private boolean awaited(int seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How a process ended that is about to. */
    String exitCode() {
        if (!awaited(PEACE_SECONDS)) {
            return "no exit code: it closed its standard output and had to be stopped";
        }
        int code = process.exitValue();
        return "exit code " + code + (code > SIGNALS ? " (signal " + (code - SIGNALS) + ")" : "");
    }

    /** The last lines of its standard error, for the end of a message. */
    String lastWords() {
        try {
            byte[] all = Files.readAllBytes(words);
            int from = Math.max(0, all.length - LAST_BYTES);
            List<String> lines = new String(all, from, all.length - from, StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList();
            List<String> last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
            return last.isEmpty() ? "; it wrote nothing to its standard error" : "; its last words:\n" + String.join("\n", last);
        } catch (IOException e) {
            return "; its last words cannot be read: " + e.getMessage();
        }
    }

    /** Removes what a process was given and left, as far as that can be done: the host's scratch folders go in any case. */
    static void clear(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // an environment left folders of its own there
        }
    }
}
