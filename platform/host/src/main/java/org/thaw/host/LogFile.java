package org.thaw.host;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The log of one process: a file of its own, made when there is something to write. The newest logs of earlier processes are kept. */
final class LogFile implements AutoCloseable {
    private static final int KEPT = 50;
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    private final Path folder;
    private final Path file;
    private Optional<PrintWriter> writer = Optional.empty();
    private boolean closed;

    LogFile(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("host-" + SECONDS.format(LocalDateTime.now()) + "-" + ProcessHandle.current().pid() + ".log");
    }

    /** The file, if anything was written to it. */
    synchronized Optional<Path> file() {
        return writer.map(open -> file);
    }

    /** Adds an entry. A log that cannot be written must not stop the host. */
    synchronized void write(String level, String source, String message, Optional<Throwable> thrown) {
        if (closed) {
            return;
        }
        try {
            PrintWriter out = writer();
            out.println(MILLISECONDS.format(LocalDateTime.now()) + " " + level + " " + source + ": " + message);
            thrown.ifPresent(e -> e.printStackTrace(out));
            out.flush();
        } catch (UncheckedIOException e) {
            closed = true;
        }
    }

    @Override
    public synchronized void close() {
        writer.ifPresent(PrintWriter::close);
        closed = true;
    }

    private PrintWriter writer() {
        if (writer.isEmpty()) {
            try {
                Files.createDirectories(folder);
                removeOld();
                writer = Optional.of(new PrintWriter(Files.newBufferedWriter(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return writer.get();
    }

    private void removeOld() throws IOException {
        List<Path> logs = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "host-*.log")) {
            found.forEach(logs::add);
        }
        logs.sort(null);   // by time, as the names begin with it
        for (Path log : logs.subList(0, Math.max(0, logs.size() - KEPT + 1))) {
            Files.deleteIfExists(log);
        }
    }
}
