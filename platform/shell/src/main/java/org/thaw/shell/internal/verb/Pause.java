package org.thaw.shell.internal.verb;

import java.time.Duration;
import java.util.List;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunStatus.State;
import org.thaw.shell.internal.Services;
import org.thaw.shell.internal.console.Console;
import org.thaw.shell.internal.console.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lets runs wait. */
@Command(mixinStandardHelpOptions = true, description = {"Lets a run, or all runs of an experiment, wait.",
    "They write a checkpoint, keep their memory and give back the processor; resume lets them go on. Runs that have not begun do not begin."})
final class Pause implements Runnable {
    /** A run waits from its next step on, and writes its checkpoint before. Whoever takes longer is not waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final Services services;
    private final Console console;

    @Parameters(paramLabel = "<experiment|run>", description = "Its name; experiment/run or a path if several have that name.")
    private String name;

    Pause(Services services, Console console) {
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
        found.run().ifPresentOrElse(found.experiment()::pause, found.experiment()::pause);
        String runs = Text.count(open.size(), "run") + " of " + found.experiment().name();
        if (await(found)) {
            console.out().println(runs + (open.size() == 1 ? " waits" : " wait") + "; resume " + name + " lets " + (open.size() == 1 ? "it" : "them") + " go on.");
        } else {
            console.out().println(runs + " told to wait, at the end of the step that " + (open.size() == 1 ? "it is" : "they are") + " in; runs "
                    + found.experiment().name() + " shows whether that is so yet, resume " + name + " lets them go on.");
        }
    }

    /** Returns whether no run goes on any more. */
    private static boolean await(Found found) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (found.runs().stream().anyMatch(run -> run.state() == State.RUNNING)) {
                if (System.nanoTime() - end > 0) {
                    return false;
                }
                found.experiment().await(GLANCE);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
