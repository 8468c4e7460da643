package org.thaw.shell.internal.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.thaw.runtime.run.RunStatus;
import org.thaw.shell.internal.console.Text;

/** A line for each change worth one: a run starts or ends; now and then, what a run is doing. For files and pipes: no escape sequences. */
final class Lines implements View {
    private static final long PAUSE = Duration.ofSeconds(5).toNanos();

    private final PrintStream out;
    private final Function<RunStatus, String> scores;
    private final Estimates estimates;
    private final LongSupplier nanos;
    private final Map<String, RunStatus> said = new HashMap<>();
    /** Why runs failed, and which was the first of each kind. */
    private final Map<String, String> failures = new HashMap<>();
    private long quietUntil;

    Lines(PrintStream out, Function<RunStatus, String> scores, LongSupplier nanos) {
        this.out = out;
        this.scores = scores;
        this.nanos = nanos;
        this.estimates = new Estimates(nanos);
        this.quietUntil = nanos.getAsLong() + PAUSE;
    }

    @Override
    public void show(List<RunStatus> runs) {
        long over = runs.stream().filter(run -> run.state().over()).count();
        Optional<Duration> left = estimates.left(runs).filter(time -> over < runs.size());
        for (RunStatus run : runs) {
            RunStatus before = said.get(run.run());
            if (before == null || before.state() != run.state()) {
                change(run, before != null && before.state() == RunStatus.State.PAUSED, over + " of " + Text.count(runs.size(), "run") + left.map(time -> ", about " + Text.duration(time) + " left").orElse(""));
                said.put(run.run(), run);
            } else if (run.state() == RunStatus.State.RUNNING && !run.phase().equals(before.phase()) && nanos.getAsLong() - quietUntil >= 0) {
                say(run, run.phase() + (run.fraction() < 0 ? "" : ", " + Math.round(100 * run.fraction()) + "%"));
                said.put(run.run(), run);
                quietUntil = nanos.getAsLong() + PAUSE;
            }
        }
        out.flush();
    }

    private void change(RunStatus run, boolean waited, String all) {
        switch (run.state()) {
            case PENDING, REUSED -> { }
            case RUNNING -> say(run, waited ? "goes on" : "started");
            case PAUSED -> say(run, "paused");
            case DONE -> say(run, "done (" + all + ")");
            case STOPPED -> say(run, "stopped (" + all + ")");
            case FAILED -> say(run, "failed" + why(run) + " (" + all + ")");
        }
    }

    /** A reason is said once: where a data set is missing, it is that of many runs. */
    private String why(RunStatus run) {
        String first = failures.putIfAbsent(run.message(), run.run());
        return first == null ? ": " + Text.printable(run.message()) : " like " + first;
    }

    private void say(RunStatus run, String what) {
        String score = scores.apply(run);
        out.println(run.run() + ": " + what + (score.isEmpty() || run.state() == RunStatus.State.FAILED ? "" : ", " + score));
    }

    @Override
    public void close() {
        out.flush();
    }
}
