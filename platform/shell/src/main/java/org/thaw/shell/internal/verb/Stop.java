package org.thaw.shell.internal.verb;

import java.util.List;
import java.util.Optional;
import org.thaw.runtime.experiment.BadInputException;
import org.thaw.runtime.run.RunStatus;
import org.thaw.shell.internal.Services;
import org.thaw.shell.internal.console.Console;
import org.thaw.shell.internal.console.Names;
import org.thaw.shell.internal.console.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Ends runs before their time. */
@Command(mixinStandardHelpOptions = true, description = "Tells a run, or all runs of an experiment, to stop at the next step. What they wrote stays readable.")
final class Stop implements Runnable {
    private final Services services;
    private final Console console;

    @Parameters(paramLabel = "<run|experiment>", description = "Its name.")
    private String name;

    Stop(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    @Override
    public void run() {
        Found found = Found.in(services.laboratory(), name).orElseThrow(this::notHere);
        List<RunStatus> open = found.experiment().runs().stream().filter(run -> !run.state().over())
                .filter(run -> found.run().map(run.run()::equals).orElse(true)).toList();
        if (open.isEmpty()) {
            console.out().println(name + " is over already.");
            return;
        }
        Optional<String> run = found.run();
        run.ifPresentOrElse(found.experiment()::stop, found.experiment()::stop);
        console.out().println(Text.count(open.size(), "run") + " of " + found.experiment().name() + " told to stop.");
    }

    private BadInputException notHere() {
        List<String> active = Found.active(services.laboratory());
        return new BadInputException("nothing called \"" + name + "\" is running here; "
                + (active.isEmpty() ? "what another thaw runs is stopped there, with Ctrl-C" : Names.hint(name, active)));
    }
}
