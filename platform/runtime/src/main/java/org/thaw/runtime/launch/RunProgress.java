package org.thaw.runtime.launch;

import java.util.OptionalDouble;

/**
 * Where a run stands.
 *
 * @param paused   whether it waits, a checkpoint written
 * @param fraction of its work that is done, in [0, 1]; negative where the plan's length depends on outcomes
 * @param phase    what it is doing, for people
 * @param score    the mean of the latest accuracies on the tasks met so far, or the latest return; empty before there is one
 * @param call     the call into a plugin that it is in, {@code learner ewc@0.1.0 learn}; for watchdogs and messages
 * @param moves    counts up while it moves: equal numbers at two times say that it hangs in a call, or waits
 */
public record RunProgress(boolean paused, double fraction, String phase, OptionalDouble score, String call, long moves) {
}
