package org.thaw.shell.internal.progress;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.thaw.runtime.run.RunStatus;

/** How much is done, and how long the rest will take if it goes on as fast as it did since it was first looked at. */
public final class Estimates {
    private static final long TOO_SOON = Duration.ofSeconds(2).toNanos();
    private static final String ALL = "";

    private record Start(long at, double fraction) {
    }

    private final LongSupplier nanos;
    private final Map<String, Start> starts = new HashMap<>();

    /** @param nanos a clock, {@code System::nanoTime} */
    public Estimates(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** What is left of one run; empty if that cannot be known, or not yet. */
    public Optional<Duration> left(RunStatus run) {
        return run.state() == RunStatus.State.RUNNING ? left("run " + run.run(), run.fraction()) : Optional.empty();
    }

    /** What is left of all. */
    public Optional<Duration> left(List<RunStatus> runs) {
        return left(ALL, fraction(runs));
    }

    /** The part that is done of all that had to be done. A run of unknown length counts when it is over. */
    public static double fraction(List<RunStatus> runs) {
        return runs.stream().filter(run -> run.state() != RunStatus.State.REUSED).mapToDouble(run -> run.state().over() ? 1 : Math.max(0, run.fraction()))
                .average().orElse(1);
    }

    private Optional<Duration> left(String what, double fraction) {
        if (fraction < 0) {
            return Optional.empty();
        }
        long now = nanos.getAsLong();
        Start start = starts.computeIfAbsent(what, first -> new Start(now, fraction));
        long spent = now - start.at();
        double gained = fraction - start.fraction();
        if (spent < TOO_SOON || gained <= 0) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos((long) (spent * (1 - fraction) / gained)));
    }
}
