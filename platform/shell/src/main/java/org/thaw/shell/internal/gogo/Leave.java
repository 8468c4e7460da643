package org.thaw.shell.internal.gogo;

import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;

/** {@code exit} and {@code quit}: they end the session that they are typed in, and nothing else. */
final class Leave implements Function {
    static final List<String> NAMES = List.of("exit", "quit");
    private static final String WANTED = ".thaw.leave";

    private Leave() {
    }

    /** Puts them into a session; a function in a variable goes before all others. */
    static void offer(CommandSession session) {
        NAMES.forEach(name -> session.put(name, new Leave()));
    }

    static boolean wanted(CommandSession session) {
        return session.get(WANTED) != null;
    }

    @Override
    public Object execute(CommandSession session, List<Object> arguments) {
        session.put(WANTED, true);
        return null;
    }
}
