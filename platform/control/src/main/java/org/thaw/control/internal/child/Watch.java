package org.thaw.control.internal.child;

import java.time.Duration;
import java.util.Optional;
import org.thaw.runtime.launch.Overrun;
import org.thaw.runtime.launch.RunProgress;
import org.thaw.runtime.run.Limits;

/**
 * Whether a run keeps within its limits of time, by looks at where it stands. The engine looks, too, and should be the first to find out: this is for the
 * case that a plugin holds it up as well.
 */
final class Watch {
    private static final Duration SLACK = Duration.ofSeconds(2);
    private static final Duration LATE = Duration.ofSeconds(1);

    private final Limits limits;
    private final Overrun overrun;

    Watch(Limits limits) {
        this.limits = limits;
        this.overrun = new Overrun(limits, SLACK, LATE);
    }

    /** What to say if it does not. */
    Optional<String> look(RunProgress now) {
        return switch (overrun.look(now)) {
            case CALL -> Optional.of((now.call().isEmpty() ? "the run" : now.call()) + " has not come back for " + seconds(limits.call()) + ", the limit of one call");
            case PHASE -> Optional.of("it has taken more than " + seconds(limits.phase()) + ", the limit of a phase");
            case NOTHING -> Optional.empty();
        };
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " seconds" : time.toMillis() + " milliseconds";
    }
}
