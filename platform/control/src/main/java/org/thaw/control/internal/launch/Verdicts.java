package org.thaw.control.internal.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.thaw.control.internal.shared.Calls;
import org.thaw.control.internal.shared.Exits;
import org.thaw.control.internal.shared.RunLog;
import org.thaw.runtime.folder.Json;
import org.thaw.runtime.folder.RunEnd;
import org.thaw.runtime.folder.RunFolder;
import org.thaw.runtime.launch.LastWords;
import org.thaw.runtime.launch.RunOver;

/** How a run ended, by its folder: the end marker counts, and nothing that a process says or returns. */
final class Verdicts {
    private static final int SIGNALS = 128;
    private static final Map<Integer, String> NAMES = Map.of(4, "SIGILL", 6, "SIGABRT", 7, "SIGBUS", 8, "SIGFPE", 9, "SIGKILL", 11, "SIGSEGV", 15, "SIGTERM");

    private Verdicts() {
    }

    /** How an earlier attempt ended says nothing of the next; its log keeps it. */
    static void forget(Path folder) {
        LastWords.forget(folder);
        try {
            Files.deleteIfExists(folder.resolve(RunFolder.END));
        } catch (IOException e) {
            RunLog.append(folder, "WARNING the end marker of an earlier attempt cannot be removed: " + e);
        }
    }

    /** What a child says, if its folder says the same. */
    static RunOver checked(ChildRun run, RunOver said) {
        return switch (said.how()) {
            case STOPPED -> fromFolder(run).orElse(said);
            case DONE, FAILED -> fromFolder(run).orElseGet(() -> failed(run, said.how() == RunOver.How.FAILED ? said.message() : "it said it was done, but wrote no end marker"));
        };
    }

    /**
     * After the end of its process.
     *
     * @param killed why its host killed the process; empty if it did not
     * @param last   what the process printed last
     */
    static RunOver afterEnd(ChildRun run, int code, Optional<String> killed, String last) {
        Optional<RunOver> known = fromFolder(run);
        if (known.isPresent()) {
            return known.get();
        }
        if (run.stopping()) {
            RunLog.append(run.order().folder(), "WARNING the process ended without a checkpoint when it was told to stop: " + killed.orElse(exit(code)));
            return new RunOver(RunOver.How.STOPPED, "");
        }
        String what = "its process " + killed.map(why -> "was killed: " + why).orElse(exit(code, run.order().limits().megabytes()));
        return failed(run, what + (last.isEmpty() ? "" : "; what it printed last is in " + run.order().folder().resolve(RunFolder.LOG)));
    }

    /** There was no process at all. */
    static void neverBegan(ChildRun run, String why) {
        run.over(failed(run, why));
    }

    private static Optional<RunOver> fromFolder(ChildRun run) {
        try {
            return new RunFolder(run.order().folder()).end().map(end -> new RunOver(end.done() ? RunOver.How.DONE : RunOver.How.FAILED, end.message()));
        } catch (RuntimeException e) {   // half a marker is none
            return Optional.empty();
        }
    }

    private static RunOver failed(ChildRun run, String what) {
        LastWords.Left at = LastWords.left(run.order().folder()).or(run.latest());
        RunEnd end = RunEnd.failedIn(at.phase(), Calls.plugin(at.call()), at.before(what));
        try {
            RunLog.append(run.order().folder(), "ERROR " + end.message());
            Json.write(run.order().folder().resolve(RunFolder.END), end);
            return new RunOver(RunOver.How.FAILED, end.message());
        } catch (RuntimeException e) {
            return new RunOver(RunOver.How.FAILED, end.message() + "; and its folder cannot be written: " + e.getMessage());
        }
    }

    private static String exit(int code, int megabytes) {
        return code == Exits.OUT_OF_MEMORY ? "ran out of memory; a run may take " + megabytes + " MiB of heap, and as much outside it" : exit(code);
    }

    private static String exit(int code) {
        if (code > SIGNALS) {
            int signal = code - SIGNALS;
            return "was ended by signal " + signal + NAMES.entrySet().stream().filter(each -> each.getKey() == signal).map(each -> " (" + each.getValue() + ")").findFirst().orElse("");
        }
        return "ended with exit code " + code + ", before the run was over";
    }
}
