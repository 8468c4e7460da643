package org.thaw.metrics.imitation.internal;

import java.util.ArrayList;
import java.util.List;

/** What one life earned, over its own steps. */
final class LifeLog {
    private record Earning(double end, double steps, double total) {
    }

    private final List<Earning> episodes = new ArrayList<>();
    private final List<Earning> stretches = new ArrayList<>();

    /** An episode of so many steps is over at a step of the life. */
    void episode(long end, long length, double total) {
        episodes.add(new Earning(end, length, total));
    }

    /** So much was earned in the {@code steps} steps up to one of the life. */
    void stretch(long end, long steps, double total) {
        stretches.add(new Earning(end, steps, total));
    }

    boolean hasEpisodes() {
        return !episodes.isEmpty();
    }

    /** The last step that anything is known of. */
    double end() {
        double episode = episodes.isEmpty() ? 0 : episodes.get(episodes.size() - 1).end();
        return Math.max(episode, stretches.isEmpty() ? 0 : stretches.get(stretches.size() - 1).end());
    }

    /** The mean return of the episodes that ended in (from, to]; NaN if none did. */
    double returns(double from, double to) {
        double sum = 0;
        int count = 0;
        for (Earning episode : episodes) {
            if (episode.end() > from && episode.end() <= to) {
                sum += episode.total();
                count++;
            }
        }
        return sum / count;
    }

    /** The mean reward per step of the stretches that overlap with (from, to], each weighted by how far it does; NaN if none does. */
    double rewards(double from, double to) {
        double sum = 0;
        double steps = 0;
        for (Earning stretch : stretches) {
            double overlap = Math.min(to, stretch.end()) - Math.max(from, stretch.end() - stretch.steps());
            if (overlap > 0) {
                sum += stretch.total() / stretch.steps() * overlap;
                steps += overlap;
            }
        }
        return sum / steps;
    }
}
