package org.thaw.runtime.internal.engine;

import java.util.function.Consumer;
import org.thaw.api.metric.Event;

/** The rewards of one player's life in one environment, reported whenever its step count passes a multiple of the interval, and when a task ends. */
final class Earnings {
    private static final int INTERVAL = 100;

    private double sum;
    private long since;
    /** Where the latest step led, and in which task it was. */
    private long until;
    private int task;

    Earnings(long step) {
        begin(step);
    }

    void copyFrom(Earnings other) {
        sum = other.sum;
        since = other.since;
        until = other.until;
        task = other.task;
    }

    double sum() {
        return sum;
    }

    long since() {
        return since;
    }

    long until() {
        return until;
    }

    int task() {
        return task;
    }

    void restore(double earned, long earnedSince, long earnedUntil, int earnedIn) {
        sum = earned;
        since = earnedSince;
        until = earnedUntil;
        task = earnedIn;
    }

    /** A task begins; whatever came before was told when its own task ended. */
    void begin(long step) {
        since = step;
        until = step;
        sum = 0;
    }

    void add(double reward) {
        sum += reward;
    }

    /**
     * Another step is done.
     *
     * @param during the task that it was in
     * @param last   whether the task ends here, so that the rest is told, too
     */
    void report(Player player, int during, boolean last, Consumer<Event> events) {
        until = player.step();
        task = during;
        if (last || until / INTERVAL > since / INTERVAL) {
            tell(player, events);
        }
    }

    /** The life ends in the midst of a task, or after it: tells what was not told yet. */
    void tell(Player player, Consumer<Event> events) {
        if (until > since) {
            events.accept(new Event.Earned(player.role(), until, task, until - since, sum));
            since = until;
            sum = 0;
        }
    }
}
