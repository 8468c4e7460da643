package org.thaw.shell.internal.verb;

import java.nio.file.Path;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.shell.internal.console.Console;

/** The command that goes on with what was stopped, as it can be typed where the console is. */
final class Again {
    private Again() {
    }

    static String resume(Console console, RunningExperiment experiment) {
        Path folder = Found.key(experiment.folder());
        boolean usual = folder.equals(Found.key(console.file("runs")).resolve(experiment.name()));
        String argument = usual ? experiment.name() : console.brief(folder);
        return (console.prompt().isPresent() ? "" : "bin/thaw ") + "resume " + quoted(argument);
    }

    private static String quoted(String word) {
        return word.matches("[\\w./+:@%,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
