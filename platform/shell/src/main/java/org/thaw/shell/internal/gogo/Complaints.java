package org.thaw.shell.internal.gogo;

import java.io.EOFException;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import org.apache.felix.gogo.runtime.CommandNotFoundException;
import org.apache.felix.gogo.runtime.SyntaxError;
import org.thaw.shell.internal.console.Names;

/** What Gogo's exceptions mean, and what would be right. */
final class Complaints {
    private static final String QUOTE = "; put a word in '…' to have it taken as it is";

    private Complaints() {
    }

    static String of(Exception e, Collection<String> commands) {
        Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
        if (cause instanceof CommandNotFoundException unknown) {
            String name = String.valueOf(unknown.getCommand());
            return "there is no command \"" + name + "\"; " + Names.nearest(name, commands).map(near -> "did you mean \"" + near + "\"?").orElse("help lists the verbs");
        }
        String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        if (cause instanceof EOFException) {
            return "the line is not complete: " + message + QUOTE;
        }
        if (cause instanceof SyntaxError || message.startsWith("no matches found")) {
            return message + QUOTE;
        }
        return cause instanceof InterruptedException ? "interrupted" : message;
    }
}
