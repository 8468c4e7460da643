package org.thaw.shell.internal.verb;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.thaw.control.HostGoneException;
import org.thaw.runtime.catalog.UnknownPluginException;
import org.thaw.runtime.experiment.BadInputException;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong, and gives it an exit code. */
final class Failures {
    private Failures() {
    }

    /** Words that fit no verb, option or parameter. */
    static int badWords(ParameterException found, String[] words) {
        CommandLine line = found.getCommandLine();
        ParameterException e = found instanceof MissingParameterException ? unknownOption(line, words).map(ParameterException.class::cast).orElse(found) : found;
        PrintWriter err = line.getErr();
        boolean verb = e instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption() && line.getParent() == null;
        err.println("thaw: " + (verb ? "\"" + ((UnmatchedArgumentException) e).getUnmatched().get(0) + "\" is no verb" : lower(e.getMessage())));
        UnmatchedArgumentException.printSuggestions(e, err);
        String name = line.getCommandSpec().qualifiedName();
        err.println("Try '" + name + " --help'.");
        return Verbs.BAD_INPUT;
    }

    /** A mistyped option is what went wrong, even if something is missing as well. */
    private static Optional<UnmatchedArgumentException> unknownOption(CommandLine line, String... words) {
        Set<String> known = line.getCommandSpec().optionsMap().keySet();
        return Arrays.stream(words).filter(word -> word.startsWith("--") && !known.contains(word.replaceFirst("=.*", "")))
                .map(word -> new UnmatchedArgumentException(line, List.of(word))).findFirst();
    }

    /** A verb that could not do its work. */
    static int failed(Exception e, CommandLine line, ParseResult words) {
        if (e instanceof BadInputException || e instanceof UnknownPluginException) {
            line.getErr().println("thaw: " + e.getMessage());
            return Verbs.BAD_INPUT;
        }
        if (e instanceof HostGoneException) {
            line.getErr().println("thaw: " + e.getMessage());
            return Verbs.FAILED;
        }
        if (e instanceof InterruptedException) {
            line.getErr().println("thaw: interrupted");
            return Verbs.FAILED;
        }
        line.getErr().println("thaw: internal error, please report it:");
        e.printStackTrace(line.getErr());
        return Verbs.FAILED;
    }

    private static String lower(String message) {
        return message.isEmpty() ? message : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }
}
