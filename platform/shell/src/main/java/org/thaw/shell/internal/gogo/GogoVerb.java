package org.thaw.shell.internal.gogo;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Process;
import org.jline.terminal.Terminal;
import org.thaw.shell.internal.console.Console;
import org.thaw.shell.internal.console.Notices;
import org.thaw.shell.internal.console.Terminals;
import org.thaw.shell.internal.verb.Verbs;

/** A verb as a Gogo function: its arguments become words again, its words go to where the session's output goes. */
final class GogoVerb implements Function {
    /** The session's variable with the exit code of the latest verb that did not end well. */
    static final String EXIT_CODE = ".thaw.exit-code";
    /** The names by which Gogo's shell keeps them in a session. */
    static final String TERMINAL = ".terminal";
    static final String READER = ".reader";
    static final String NOTICES = ".thaw.notices";
    static final String BUSY = ".thaw.busy";

    private final Verbs verbs;
    private final List<String> first;

    /** @param first words that go before the arguments: the verb's name */
    GogoVerb(Verbs verbs, List<String> first) {
        this.verbs = verbs;
        this.first = List.copyOf(first);
    }

    @Override
    public Object execute(CommandSession session, List<Object> arguments) {
        Busy busy = session.get(BUSY) instanceof Busy counter ? counter : new Busy();
        busy.begin();
        try {
            carryOut(session, arguments);
            return null;
        } finally {
            busy.end();
        }
    }

    private void carryOut(CommandSession session, List<Object> arguments) {
        Process process = Process.Utils.current();
        List<String> words = new ArrayList<>(first);
        words.addAll(Words.of(arguments));
        int code = verbs.execute(console(session, process), words);
        if (code != Verbs.DONE) {
            session.put(EXIT_CODE, code);
            process.error(code);
        }
    }

    private static Console console(CommandSession session, Process process) {
        if (!(session.get(TERMINAL) instanceof Terminal terminal) || !process.isTty(1) || session.get(NOTICES) == null && Terminals.simple(terminal)) {
            return Console.plain(process.out(), process.err(), session.currentDir());
        }
        Charset charset = terminal.encoding();
        Optional<Notices> prompt = session.get(NOTICES) instanceof Notices notices ? Optional.of(notices) : Optional.empty();
        // the process's own stream would encode as the JVM does by default, whatever the terminal wants
        return Console.on(terminal, new PrintStream(process.out(), true, charset), new PrintStream(process.err(), true, charset), prompt, session.currentDir());
    }
}
