package org.thaw.shell.internal.verb;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.thaw.runtime.run.SwapResult;
import org.thaw.shell.internal.console.Console;
import org.thaw.shell.internal.console.Table;
import org.thaw.shell.internal.console.Text;

/** Swaps that were asked for: waits for them, and says what became of each. */
final class Swapping {
    private static final long MOMENT = 1000;

    private final Console console;
    private final Map<String, CompletableFuture<SwapResult>> asked;

    /** @param asked by run */
    Swapping(Console console, Map<String, CompletableFuture<SwapResult>> asked) {
        this.console = console;
        this.asked = asked;
    }

    /**
     * Returns the exit code when all are answered, or when the waiting is interrupted.
     *
     * @param patience what to say if that takes more than a moment
     */
    int await(String patience) {
        CompletableFuture<?> all = CompletableFuture.allOf(asked.values().toArray(CompletableFuture[]::new)).handle((done, fault) -> Verbs.DONE);
        boolean interrupted = false;
        try {
            if (!soon(all)) {
                console.out().println(patience);
                console.out().flush();
                all.get();
            }
        } catch (InterruptedException e) {
            interrupted = true;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the answers were handled, and yet", e);
        }
        return say(interrupted);
    }

    private static boolean soon(CompletableFuture<?> all) throws InterruptedException, ExecutionException {
        try {
            all.get(MOMENT, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private int say(boolean interrupted) {
        Map<String, SwapResult> done = new LinkedHashMap<>();
        int pending = 0;
        int refused = 0;
        for (Map.Entry<String, CompletableFuture<SwapResult>> each : asked.entrySet()) {
            if (!each.getValue().isDone()) {
                pending++;
                continue;
            }
            try {
                done.put(each.getKey(), each.getValue().join());
            } catch (CompletionException | CancellationException e) {
                refused++;
                refused(each.getKey(), e instanceof CompletionException && e.getCause() != null ? e.getCause() : e);
            }
        }
        console.err().flush();
        results(done);
        if (interrupted && pending > 0) {
            console.out().println("The request stays with " + Text.count(pending, "run") + ": swapped at that step, unless the run ends before. The run's log and report tell.");
        }
        return refused > 0 || pending > 0 ? Verbs.FAILED : Verbs.DONE;
    }

    private void refused(String run, Throwable why) {
        String reason = Text.printable(why.getMessage() == null || why.getMessage().isBlank() ? why.toString() : why.getMessage()).replaceFirst("\\.$", "");
        console.err().println("thaw: " + run + (reason.startsWith("not swapped") ? ": " : ": not swapped: ") + reason);
    }

    private void results(Map<String, SwapResult> done) {
        if (done.size() == 1) {
            done.forEach((run, result) -> console.out().println(run + ": " + result.from() + " → " + result.to() + " at step " + step(result) + ". It stood still for "
                    + milliseconds(result.milliseconds()) + " ms, " + milliseconds(result.stateMilliseconds()) + " of them to save and restore."));
            return;
        }
        Table table = new Table("run", "step", "from", "to", "ms", "of them save and restore");
        done.forEach((run, result) -> table.row(run, step(result), result.from(), result.to(), milliseconds(result.milliseconds()),
                milliseconds(result.stateMilliseconds())));
        console.out().print(table.isEmpty() ? "" : table.render(console.width(), console.colour()));
    }

    private static String step(SwapResult result) {
        return String.format(Locale.ROOT, "%,d", result.step());
    }

    private static String milliseconds(double time) {
        return String.format(Locale.ROOT, "%.1f", time);
    }
}
