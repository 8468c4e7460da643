package org.thaw.shell.internal.verb;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What all verbs belong to. */
@Command(name = "thaw", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "<verb>", commandListHeading = "%nVerbs:%n",
        description = "A laboratory for continual learning. Without a verb it opens a shell, in which the same verbs work.",
        footer = {"", "thaw <verb> --help says more about a verb.", "Exit codes: 0 done, 1 a run failed or a swap was refused, 2 bad input; 130 and 143 ended by Ctrl-C or SIGTERM."})
final class Thaw implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a verb is missing, such as run or plugins");
    }
}
