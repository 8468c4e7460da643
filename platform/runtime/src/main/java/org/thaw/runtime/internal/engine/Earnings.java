package org.thaw.runtime.internal.engine;

import java.util.function.Consumer;
import org.thaw.api.metric.Event;

/** The rewards of one player's life in one environment, reported whenever its step count passes a multiple of the interval, and when a task ends. */
final class Earnings {
    private static final int INTERVAL = 100;

    private double sum;
    private long since;

    Earnings(long step) {
        this.since = step;
    }

    void copyFrom(Earnings other) {
        sum = other.sum;
        since = other.since;
    }

    double sum() {
        return sum;
    }

    long since() {
        return since;
    }

    void restore(double earned, long earnedSince) {
        sum = earned;
        since = earnedSince;
    }

    /** A task begins; whatever came before was told when its own task ended. */
    void begin(long step) {
        since = step;
        sum = 0;
    }

    void add(double reward) {
        sum += reward;
    }

    /** @param last whether the task ends here, so that the rest is told, too */
    void report(Player player, int task, boolean last, Consumer<Event> events) {
        if (player.step() / INTERVAL > since / INTERVAL || last && player.step() > since) {
            events.accept(new Event.Earned(player.role(), player.step(), task, player.step() - since, sum));
            since = player.step();
            sum = 0;
        }
    }
}
