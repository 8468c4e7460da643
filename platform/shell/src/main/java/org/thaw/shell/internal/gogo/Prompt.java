package org.thaw.shell.internal.gogo;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.felix.gogo.jline.ParsedLineImpl;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.apache.felix.service.command.Job;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.shell.internal.Services;
import org.thaw.shell.internal.StopRuns;
import org.thaw.shell.internal.console.Notices;
import org.thaw.shell.internal.verb.Verbs;

/**
 * The interactive shell: reads lines, has Gogo carry them out, and says what went wrong. Gogo's own loop would do most of it, but it prints
 * exceptions, and its profile hands out the framework and the JVM as commands.
 */
public final class Prompt {
    private static final String TEXT = "thaw> ";
    private static final Size SCRIPT = new Size(120, 40);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final CommandProcessor processor;
    private final Services services;
    private final String version;
    private final BooleanSupplier stopping;

    /**
     * A shell.
     *
     * @param stopping whether the host is being ended
     */
    public Prompt(CommandProcessor processor, Services services, String version, BooleanSupplier stopping) {
        this.processor = processor;
        this.services = services;
        this.version = version;
        this.stopping = stopping;
    }

    /** With a person at a terminal. Returns the exit code, when that person leaves. */
    public int interactive(Terminal terminal) {
        PrintStream out = new PrintStream(terminal.output(), true, terminal.encoding());
        try (CommandSession session = session(out, out, terminal)) {
            session.put(GogoVerb.TERMINAL, terminal);
            LineReader reader = reader(terminal, session);
            session.put(GogoVerb.READER, reader);
            session.put(GogoVerb.NOTICES, new Notices(reader));
            terminal.handle(Terminal.Signal.INT, signal -> Optional.ofNullable(session.foregroundJob()).ifPresent(Job::interrupt));
            out.println("Thaw " + version + ", a laboratory for continual learning. help lists the verbs, exit leaves, Tab completes.");
            while (!Leave.wanted(session) && !stopping.getAsBoolean()) {
                try {
                    if (!reader.readLine(TEXT).isBlank() && reader.getParsedLine() instanceof ParsedLineImpl line) {
                        execute(session, line.program(), out, out);
                    }
                } catch (UserInterruptException e) {
                    continue; // Ctrl-C drops the line
                } catch (EndOfFileException e) {
                    break;
                }
            }
            leave(out);
            return Verbs.DONE;
        }
    }

    /** With a file or a pipe: a command per line. Returns the exit code of the last verb that did not end well, else 0. */
    public int script() {
        // not System.out: Gogo replaced it by one that leads back to the session's
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, Charset.defaultCharset());
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, Charset.defaultCharset());
        try (CommandSession session = processor.createSession(System.in, out, err)) {
            prepare(session);
            // Gogo's own commands ask for its width
            DumbTerminal terminal = new DumbTerminal("thaw", Terminal.TYPE_DUMB, InputStream.nullInputStream(), out, Charset.defaultCharset());
            terminal.setSize(SCRIPT);
            session.put(GogoVerb.TERMINAL, terminal);
            BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
            for (String line = lines.readLine(); line != null && !Leave.wanted(session) && !stopping.getAsBoolean(); line = lines.readLine()) {
                if (!line.isBlank() && !execute(session, line, out, err)) {
                    session.put(GogoVerb.EXIT_CODE, Verbs.BAD_INPUT);
                }
            }
            leave(out);
            return session.get(GogoVerb.EXIT_CODE) instanceof Integer code ? code : Verbs.DONE;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read standard input", e);
        }
    }

    private CommandSession session(PrintStream out, PrintStream err, Terminal terminal) {
        CommandSession session = processor.createSession(terminal.input(), out, err);
        prepare(session);
        return session;
    }

    private static void prepare(CommandSession session) {
        session.put("SCOPE", GogoVerbs.SCOPE + ":gogo:*");
        session.put(GogoVerb.BUSY, new Busy());
        Leave.offer(session);
    }

    private LineReader reader(Terminal terminal, CommandSession session) {
        LineReader reader = LineReaderBuilder.builder().appName("thaw").terminal(terminal).parser(new org.apache.felix.gogo.jline.Parser())
                .completer(new Completion(services, version, session))
                .variable(LineReader.HISTORY_FILE, history())
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%P  ... ")
                // an exclamation mark is one
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.AUTO_FRESH_LINE, true)
                .option(LineReader.Option.CASE_INSENSITIVE, true)
                .build();
        return reader;
    }

    /** Where the XDG base directory specification has such things. */
    private static Path history() {
        String state = System.getenv("XDG_STATE_HOME");
        Path home = state == null || state.isBlank() ? Path.of(System.getProperty("user.home"), ".local", "state") : Path.of(state);
        return home.resolve("thaw").resolve("history");
    }

    /** Returns whether it could be understood and carried out; how verbs ended is kept in the session. */
    private boolean execute(CommandSession session, CharSequence line, PrintStream out, PrintStream err) {
        try {
            Object result = session.execute(line);
            if (result != null) {
                out.println(session.format(result, Converter.INSPECT));
            }
            return true;
        } catch (InterruptedException e) {
            await(session);
            return true;
        } catch (Exception e) {
            err.println("thaw: " + Complaints.of(e, Completion.commands(session)));
            return false;
        } finally {
            out.flush();
        }
    }

    /** Until what was interrupted has said its last word. */
    private static void await(CommandSession session) {
        try {
            if (session.get(GogoVerb.BUSY) instanceof Busy busy) {
                busy.awaitIdle(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void leave(PrintStream out) {
        List<RunningExperiment> active = StopRuns.active(services.laboratory());
        if (!active.isEmpty()) {
            out.println("Stopping " + active.stream().map(RunningExperiment::name).collect(Collectors.joining(", "))
                    + "; what is done is kept, and bin/thaw resume <experiment> goes on with the rest.");
            StopRuns.stop(services.laboratory(), PATIENCE);
        }
    }
}
