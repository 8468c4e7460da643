package org.thaw.shell.internal.verb;

import java.time.Duration;
import java.util.List;
import org.thaw.runtime.launch.Launcher;
import org.thaw.runtime.run.RunSettings;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunStatus.State;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.shell.internal.Services;
import org.thaw.shell.internal.console.Console;
import org.thaw.shell.internal.console.Text;
import org.thaw.shell.internal.progress.Follower;
import org.thaw.shell.internal.progress.Scores;
import org.thaw.shell.internal.progress.Subject;

/** An experiment that was started just now: followed to its end, or left to the background of a prompt. */
final class Started {
    private static final int MOST = 20;
    /** For runs to stop; and once it has been waited for that. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LAST = Duration.ofSeconds(1);

    private final Services services;
    private final Console console;
    private final RunningExperiment running;
    private final Ending ending;

    /** @param start by {@link System#nanoTime} */
    Started(Services services, Console console, RunningExperiment running, long start) {
        this.services = services;
        this.console = console;
        this.running = running;
        this.ending = new Ending(services, console, running, start);
    }

    /** Says what goes on where. */
    void introduce(RunSettings settings) {
        long all = running.runs().size();
        long before = before();
        if (before < all) {
            boolean child = running.launcher().equals(Launcher.CHILD);
            console.out().println(running.name() + ": " + Text.count(all, "run") + (before > 0 ? ", " + before + " of them done before" : "") + ", "
                    + Math.min(settings.parallel(), all - before) + " at a time, " + (child ? "each in a process of its own" : "in this process")
                    + ", into " + console.brief(running.folder()));
            checkpoints();
            console.out().flush();
        }
    }

    /** A run that starts over has an empty folder now; what holds a checkpoint goes on from it. */
    private void checkpoints() {
        List<String> goOn = running.runs().stream().filter(run -> run.state() != State.REUSED)
                .flatMap(run -> LastCheckpoint.of(run.folder()).stream().map(last -> run.run() + " goes on " + last.from())).toList();
        goOn.stream().limit(MOST).forEach(console.out()::println);
        if (goOn.size() > MOST) {
            console.out().println("and " + (goOn.size() - MOST) + " more go on from their checkpoints");
        }
    }

    /** Whether there is nothing to do. */
    boolean doneBefore() {
        return before() == running.runs().size();
    }

    /** Stays with it. Returns the exit code. */
    int attend(boolean wait) throws InterruptedException {
        if (doneBefore() || wait || console.prompt().isEmpty()) {
            return foreground();
        }
        console.out().println("They go on in the background; watch " + running.name() + " shows how far they are, stop " + running.name() + " ends them.");
        ending.announce();
        return Verbs.DONE;
    }

    private int foreground() throws InterruptedException {
        boolean interrupted = false;
        try {
            new Follower(console, new Scores(services.catalog())).followUntil(Subject.of(running), services::stopping);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted && console.prompt().isPresent()) {
            console.out().println(running.name() + " goes on in the background; stop " + running.name() + " ends it.");
            ending.announce();
            return Verbs.DONE;
        }
        if (interrupted || services.stopping()) {
            windUp(interrupted);
        }
        return ending.print();
    }

    /** The process is told to end: whoever told it also tells the runs, and interrupts this thread when it has waited long enough for them. */
    private void windUp(boolean interrupted) throws InterruptedException {
        console.err().println("thaw: writing checkpoints …; a second Ctrl-C ends at once, and leaves the checkpoints that are there");
        console.err().flush();
        running.stop();
        try {
            running.await(interrupted ? LAST : PATIENCE);
        } catch (InterruptedException e) {
            running.await(LAST);
        }
    }

    private long before() {
        List<RunStatus> runs = running.runs();
        return runs.stream().filter(run -> run.state() == State.REUSED).count();
    }
}
