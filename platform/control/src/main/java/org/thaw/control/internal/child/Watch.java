package org.thaw.control.internal.child;

import java.time.Duration;
import java.util.Optional;
import org.thaw.control.internal.shared.Stillness;
import org.thaw.runtime.launch.RunProgress;
import org.thaw.runtime.run.Limits;

/**
 * Whether a run keeps within its limits of time, by looks at where it stands. The engine looks, too, and should be the first to find out: this is for the
 * case that a plugin holds it up as well.
 */
final class Watch {
    private static final Duration SLACK = Duration.ofSeconds(2);

    private final Limits limits;
    private final Stillness call = new Stillness();
    private final Stillness phase = new Stillness();
    private long moves = -1;
    private String current = "";

    Watch(Limits limits) {
        this.limits = limits;
    }

    /** What to say if it does not. */
    Optional<String> look(RunProgress now) {
        if (now.paused() || now.moves() != moves) {
            call.reset();
        }
        moves = now.moves();
        if (!now.phase().equals(current)) {
            phase.reset();
        }
        current = now.phase();
        if (now.paused()) {
            phase.hold();
        }
        if (call.look().compareTo(limits.call().plus(SLACK)) > 0) {
            String who = now.call().isEmpty() ? "the run" : now.call();
            return Optional.of(who + " has not come back for " + seconds(limits.call()) + ", the limit of one call");
        }
        if (phase.look().compareTo(limits.phase().plus(SLACK)) > 0) {
            return Optional.of("it has taken more than " + seconds(limits.phase()) + ", the limit of a phase");
        }
        return Optional.empty();
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " seconds" : time.toMillis() + " milliseconds";
    }
}
