package org.thaw.control.internal.child;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.thaw.control.internal.shared.Calls;
import org.thaw.control.internal.shared.Exits;
import org.thaw.control.internal.shared.RunLog;
import org.thaw.runtime.folder.Json;
import org.thaw.runtime.folder.RunEnd;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.launch.LastWords;

/** The ways in which a child process ends a run that does not end by itself. The process goes with it, and whatever threads there are. */
final class Ends {
    private final Supplier<Optional<Carried>> carried;

    Ends(Supplier<Optional<Carried>> carried) {
        this.carried = carried;
    }

    /** The run takes too long: what its threads do goes to its log. */
    void stuck(String why) {
        active().ifPresent(run -> {
            RunLog.append(run.order().folder(), "ERROR " + why + System.lineSeparator() + Stacks.all());
            fail(run, standing(run), why, Exits.STUCK);
        });
    }

    /** In the course of the end of the process: if it was a plugin that asked for it, its run has failed. */
    void exiting() {
        active().ifPresent(run -> Stacks.callerOfExit().ifPresent(who -> {
            RunLog.append(run.order().folder(), "ERROR System.exit was called" + System.lineSeparator() + Stacks.all());
            LastWords.Left at = standing(run);
            fail(run, at, at.before(who + " called System.exit"), Exits.EXITED);
        }));
    }

    /** A thread ended by an exception; only where memory is at its end is the run lost, too. */
    void uncaught(Thread thread, Throwable e) {
        if (e instanceof OutOfMemoryError) {
            try {
                System.err.println(e + " in the thread " + thread.getName());
            } finally {
                Runtime.getRuntime().halt(Exits.OUT_OF_MEMORY);
            }
        }
        System.getLogger(Ends.class.getName()).log(System.Logger.Level.WARNING, "the thread " + thread.getName() + " ended", e);
    }

    /** Whatever hinders the process from ending, a plugin's shutdown hook for instance, hinders it no longer than that. */
    void within(int seconds) {
        Thread last = new Thread(() -> {
            try {
                TimeUnit.SECONDS.sleep(seconds);
            } catch (InterruptedException e) {
                // nobody who means well does that
            }
            Runtime.getRuntime().halt(Exits.ABANDONED);
        }, "thaw-child-last");
        last.setDaemon(true);
        last.start();
    }

    private Optional<Carried> active() {
        return carried.get().filter(run -> !run.isOver() && new RunFolder(run.order().folder()).end().isEmpty());
    }

    private static LastWords.Left standing(Carried run) {
        return LastWords.left(run.order().folder()).or(run.latest());
    }

    private static void fail(Carried run, LastWords.Left at, String why, int code) {
        try {
            Json.write(run.order().folder().resolve(RunFolder.END), RunEnd.failedIn(at.phase(), Calls.plugin(at.call()), why));
        } finally {
            Runtime.getRuntime().halt(code);
        }
    }
}
