package org.thaw.runtime.internal.recording;

import java.util.List;

/**
 * How much of some lives there was at a time. Those that were going on then may have gone on since.
 *
 * @param lives how many there were
 * @param open  how many steps those had that were going on, one for each lane; they are the last
 */
public record Moment(int lives, List<Long> open) {
    public Moment {
        open = List.copyOf(open);
        if (open.size() > lives) {
            throw new IllegalArgumentException(open.size() + " lives of " + lives + " are going on");
        }
    }

    /** Whether a life was going on. */
    public boolean isOpen(int life) {
        return life >= lives - open.size();
    }

    /** How many steps a life had that was going on. */
    long steps(int life) {
        return open.get(life - lives + open.size());
    }

    /** The life of a lane. */
    public int ofLane(int lane) {
        return lives - open.size() + lane;
    }
}
