package org.thaw.host;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Where all logging ends: {@link System.Logger}, {@code java.util.logging}, SLF4J, the framework's own and OSGi's log service. Everything goes to the
 * log file; warnings and errors are told to the person at the terminal, too, in one line each, but not before the start is over: while it lasts,
 * one fault may cause many. Nor are they at the end, which disturbs some of those that are busy.
 */
final class HostLog extends Handler implements AutoCloseable {
    private final LogFile file;
    private final PrintStream terminal;
    private final Formatter formatter = new SimpleFormatter();
    private final List<String> held = new ArrayList<>();
    private Optional<String> firstError = Optional.empty();
    private boolean starting = true;
    private boolean ending;

    private HostLog(Path folder, PrintStream terminal) {
        this.file = new LogFile(folder);
        this.terminal = terminal;
    }

    /** The one handler of {@code java.util.logging}, which all the others lead to. */
    static HostLog installed(Path folder, PrintStream terminal) {
        HostLog log = new HostLog(folder, terminal);
        if (System.getProperty("java.util.logging.config.file") == null && System.getProperty("java.util.logging.config.class") == null) {
            LogManager.getLogManager().reset();
        }
        Logger.getLogger("").addHandler(log);
        return log;
    }

    /** Ends the start: tells what was held back, and everything from now on at once. */
    synchronized void started() {
        starting = false;
        held.forEach(terminal::println);
        held.clear();
    }

    /** From now on, errors go to the file, and nothing else anywhere. */
    synchronized void ending() {
        ending = true;
    }

    /** The first error since the process began, in one line. */
    synchronized Optional<String> firstError() {
        return firstError;
    }

    /** The log file, if anything was written. */
    Optional<Path> file() {
        return file.file();
    }

    @Override
    public void publish(LogRecord entry) {
        if (!isLoggable(entry) || isEnding() && entry.getLevel().intValue() < Level.SEVERE.intValue()) {
            return;
        }
        String message = formatter.formatMessage(entry);
        Optional<Throwable> thrown = Optional.ofNullable(entry.getThrown());
        file.write(entry.getLevel().getName(), String.valueOf(entry.getLoggerName()), message, thrown);
        if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
            tell(entry.getLevel(), oneLine(message, thrown));
        }
    }

    private synchronized boolean isEnding() {
        return ending;
    }

    private synchronized void tell(Level level, String line) {
        if (level.intValue() >= Level.SEVERE.intValue() && firstError.isEmpty()) {
            firstError = Optional.of(line);
        }
        if (starting) {
            held.add("thaw: " + line);
        } else if (!ending) {
            terminal.println("thaw: " + line);
        }
    }

    private static String oneLine(String message, Optional<Throwable> thrown) {
        String cause = thrown.map(HostLog::rootOf).map(e -> e.getMessage() == null ? e.getClass().getName() : e.getMessage()).orElse("");
        String line = cause.isEmpty() || message.contains(cause) ? message : message + ": " + cause;
        return line.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static Throwable rootOf(Throwable e) {
        return e.getCause() == null ? e : rootOf(e.getCause());
    }

    @Override
    public void flush() {
        // each entry is written at once
    }

    @Override
    public void close() {
        file.close();
    }
}
