package org.thaw.shell.internal.verb;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.thaw.runtime.run.RunStatus;
import org.thaw.shell.internal.console.Console;
import org.thaw.shell.internal.console.Table;

/** Runs and where they stand. */
final class StatusTable {
    private StatusTable() {
    }

    static String of(List<RunStatus> runs, Console console, Function<RunStatus, String> scores) {
        Table table = new Table("run", "state", "done", "score", "phase, fault or checkpoint");
        for (RunStatus run : runs) {
            table.row(run.run(), word(run.state()), run.fraction() < 0 ? "" : Math.round(100 * run.fraction()) + "%", scores.apply(run),
                    remark(run));
        }
        return table.render(console.width(), console.colour());
    }

    private static String remark(RunStatus run) {
        if (run.state() == RunStatus.State.STOPPED && run.message().isEmpty()) {
            return LastCheckpoint.of(run.folder()).map(last -> last.text(Instant.now())).orElse("");
        }
        return run.message().isEmpty() && !run.state().over() ? run.phase() : run.message();
    }

    private static String word(RunStatus.State state) {
        return switch (state) {
            case PENDING -> "waiting";
            case RUNNING -> "running";
            case PAUSED -> "paused";
            case DONE -> "done";
            case REUSED -> "done before";
            case FAILED -> "failed";
            case STOPPED -> "unfinished";
        };
    }
}
