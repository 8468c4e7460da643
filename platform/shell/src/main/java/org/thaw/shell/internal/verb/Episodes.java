package org.thaw.shell.internal.verb;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.thaw.runtime.folder.Film;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.RunningExperiment;
import org.thaw.shell.internal.console.Console;
import org.thaw.shell.internal.console.Keys;
import org.thaw.shell.internal.console.Text;
import org.thaw.shell.internal.film.Projector;
import org.thaw.shell.internal.progress.Follower;
import org.thaw.shell.internal.progress.Follower.Left;
import org.thaw.shell.internal.progress.Subject;

/** Shows the episodes of a run that goes on, one after another; while none is there, how far the run is. */
final class Episodes {
    /** For so long the last picture stands; then it takes longer than one likes to look at it. */
    private static final Duration MOMENT = Duration.ofMillis(500);

    private final Console console;
    private final Follower follower;
    private final Projector projector;
    private final RunningExperiment experiment;
    private final String run;
    private final Subject subject;
    private boolean left;

    Episodes(Console console, Follower follower, Projector projector, RunningExperiment experiment, String run) {
        this.console = console;
        this.follower = follower;
        this.projector = projector;
        this.experiment = experiment;
        this.run = run;
        this.subject = Subject.of(experiment, run);
    }

    /**
     * Returns when the run is over, a key was pressed, or enough was seen.
     *
     * @param once whether one episode is enough
     * @return the exit code
     */
    int show(boolean once, Keys keys) throws InterruptedException {
        try {
            if (pending() && follow(keys, () -> !pending())) {
                return Verbs.DONE;
            }
            while (!subject.await(Duration.ZERO)) {
                CompletableFuture<Film> film = ask();
                if (!soon(film)) {
                    projector.clear();
                    if (follow(keys, film::isDone)) {
                        return Verbs.DONE;
                    }
                    soon(film); // where the run is over, its answer is on its way
                }
                if (film.isCompletedExceptionally() || !film.isDone()) {
                    return without(once, film, keys);
                }
                left = !projector.play(run, film.join(), keys);
                if (left || once) {
                    return Verbs.DONE;
                }
            }
            return Verbs.DONE;
        } finally {
            projector.leave();
        }
    }

    /** Whether a key ended it. */
    boolean left() {
        return left;
    }

    /** Shows how far the run is. Returns whether a key was pressed. */
    private boolean follow(Keys keys, BooleanSupplier call) throws InterruptedException {
        left = follower.followUntilKey(subject, keys, call) == Left.KEY;
        return left;
    }

    private boolean pending() {
        List<RunStatus> runs = subject.runs();
        return runs.stream().anyMatch(status -> status.state() == RunStatus.State.PENDING);
    }

    private CompletableFuture<Film> ask() {
        try {
            return experiment.watch(run);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static boolean soon(CompletableFuture<Film> film) throws InterruptedException {
        try {
            film.get(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        }
    }

    /** There is nothing to see. Whoever wanted no more than one episode gets none; the others see how far the run is. */
    private int without(boolean once, CompletableFuture<Film> film, Keys keys) throws InterruptedException {
        String reason = run + ": " + reason(film);
        if (once) {
            console.err().println("thaw: " + reason);
            return Verbs.FAILED;
        }
        if (!subject.await(Duration.ZERO)) {
            projector.leave();
            console.out().println(reason + ".");
            console.out().flush();
            follow(keys, () -> false);
        }
        return Verbs.DONE;
    }

    private static String reason(CompletableFuture<Film> film) {
        try {
            film.getNow(null);
            return "it was over before an episode was";
        } catch (CompletionException e) {
            Throwable why = e.getCause() == null ? e : e.getCause();
            return Text.printable(why.getMessage() == null || why.getMessage().isBlank() ? why.toString() : why.getMessage());
        }
    }
}
