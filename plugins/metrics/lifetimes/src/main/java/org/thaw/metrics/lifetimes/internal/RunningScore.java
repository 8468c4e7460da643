package org.thaw.metrics.lifetimes.internal;

/** What a running score is made of, the one that says most first. */
enum RunningScore {
    /** The latest evaluation: accuracy, averaged over the tasks met by then. */
    ACCURACY(1),
    /** The latest episodes lived: their undiscounted returns. */
    RETURNS(20),
    /** The latest stretches lived: reward per step. For lives whose episodes are few or endless. */
    REWARDS(20),
    /** The latest evaluation: return, averaged over the tasks met by then. For lives that are not seen but in evaluations. */
    EVALUATED_RETURN(1);

    /** How many of the latest values the score is the mean of. */
    final int window;

    RunningScore(int window) {
        this.window = window;
    }
}
