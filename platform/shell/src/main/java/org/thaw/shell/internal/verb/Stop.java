package org.thaw.shell.internal.verb;

import java.util.List;
import org.thaw.runtime.run.RunStatus;
import org.thaw.shell.internal.Services;
import org.thaw.shell.internal.console.Console;
import org.thaw.shell.internal.console.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Ends runs before their time. */
@Command(mixinStandardHelpOptions = true, description = {"Tells a run, or all runs of an experiment, to stop.",
    "They write a checkpoint first; resume goes on with them."})
final class Stop implements Runnable {
    private final Services services;
    private final Console console;

    @Parameters(paramLabel = "<experiment|run>", description = "Its name; experiment/run or a path if several have that name.")
    private String name;

    Stop(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public void run() {
        Found found = Found.require(services, console, name);
        List<RunStatus> open = found.open();
        if (open.isEmpty()) {
            console.out().println(name + " is over already.");
            return;
        }
        found.run().ifPresentOrElse(found.experiment()::stop, found.experiment()::stop);
        console.out().println(Text.count(open.size(), "run") + " of " + found.experiment().name() + " told to stop.");
    }
}
