package org.thaw.environments.bandits.internal;

import java.util.List;

/**
 * What happens to the arms in the course of a life.
 *
 * @param means       the arms' means at the start; empty: drawn
 * @param arms        how many there are, where they are drawn
 * @param key         which draw of the run
 * @param drift       deviation of the step that every arm's mean takes after each pull
 * @param redrawEvery pulls after which all means are drawn anew; 0: never
 * @param horizon     pulls in an episode; 0: a life without end
 */
record Course(List<Double> means, int arms, long key, double drift, long redrawEvery, int horizon) {
    Course {
        means = List.copyOf(means);
        require(arms >= 1, "arms", arms, "a whole number from 1");
        require(drift >= 0 && !Double.isInfinite(drift), "drift", drift, "a finite number from 0");
        require(redrawEvery >= 0, "redrawEvery", redrawEvery, "a whole number from 0");
        require(horizon >= 0, "horizon", horizon, "a whole number from 0");
        for (double mean : means) {
            require(Double.isFinite(mean), "means", mean, "finite numbers");
        }
    }

    static void require(boolean holds, String name, Number value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(name + ": " + value + ", expected " + expected);
        }
    }

    /** How many arms there are. */
    int count() {
        return means.isEmpty() ? arms : means.size();
    }
}
