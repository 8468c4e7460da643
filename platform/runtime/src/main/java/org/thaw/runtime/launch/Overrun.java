package org.thaw.runtime.launch;

import java.time.Duration;
import org.thaw.runtime.run.Limits;

/** Whether a run keeps within its limits of time, found out by looks at where it stands. Pauses do not count. For one thread. */
public final class Overrun {
    /** What has lasted too long. */
    public enum Of {
        /** Nothing. */ NOTHING,
        /** One call into a plugin. */ CALL,
        /** A phase. */ PHASE
    }

    private final Duration callLimit;
    private final Duration phaseLimit;
    private final Stillness call;
    private final Stillness phase;
    private long moves = -1;
    private String current = "";

    /**
     * None yet.
     *
     * @param slack what is granted beyond the limits
     * @param most  the longest that one look counts for, as in {@link Stillness}
     */
    public Overrun(Limits limits, Duration slack, Duration most) {
        this.callLimit = limits.call().plus(slack);
        this.phaseLimit = limits.phase().plus(slack);
        this.call = new Stillness(most);
        this.phase = new Stillness(most);
    }

    /** Looks at where the run stands now. */
    public Of look(RunProgress now) {
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
        if (call.look().compareTo(callLimit) > 0) {
            return Of.CALL;
        }
        return phase.look().compareTo(phaseLimit) > 0 ? Of.PHASE : Of.NOTHING;
    }
}
