package org.thaw.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The ready experiments on MinAtar against the figure of its repository (Young and Tian 2019; 30 seeds): returns while learning at a million frames; ours are means over the last tenth of the
 * episodes. A game on which ours is lower is printed as lost; that alone fails no test.
 */
@Tag("science")
class MinAtarScienceTest {
    /** What is not done by then goes on at the next start. */
    private static final long PATIENCE_MINUTES = 24 * 60;
    private static final int LEAST_SEEDS = 3;
    /** The figure can be read to so much. */
    private static final double READING = 0.5;

    /** Mean returns: of the policy that acts at random, and as published. */
    private record Game(String name, double random, double dqn, double actorCritic) {
    }

    private static final List<Game> GAMES = List.of(new Game("breakout", 0.51, 9.2, 9.9), new Game("asterix", 0.51, 7, 0.7), new Game("freeway", 0.17, 47.7, 0),
            new Game("seaquest", 0.11, 0.9, 0.6), new Game("space-invaders", 2.84, 32, 52));

    @TempDir
    Path folder;

    @Test
    void theDeepQNetworkBeatsRandomPlayWhereThePublishedOneDoes() {
        compare("minatar-dqn.json", "dqn", Game::dqn);
    }

    @Test
    void theActorCriticBeatsRandomPlayWhereThePublishedOneDoes() {
        compare("minatar-actor-critic.json", "actor-critic-lambda", Game::actorCritic);
    }

    private void compare(String file, String learner, ToDoubleFunction<Game> figure) {
        Science science = Science.run(folder, PATIENCE_MINUTES, file);
        Results results = science.results();
        List<String> failures = new ArrayList<>();
        for (Game game : GAMES) {
            Results.Estimate ours = results.estimate(game.name(), learner, "return-curve");
            double published = figure.applyAsDouble(game);
            System.out.println(line(game, learner, published, ours));
            if (ours.seeds() < LEAST_SEEDS) {
                failures.add(game.name() + ": " + ours.seeds() + " seeds done, expected at least " + LEAST_SEEDS);
            } else if (published - READING > game.random() && !(ours.mean() > game.random())) {
                failures.add(game.name() + ": " + ours.mean() + " is no better than acting at random, " + game.random());
            }
        }
        assertEquals(0, science.result().code(), science.result().toString());
        assertTrue(failures.isEmpty(), String.join("\n", failures));
    }

    private static String line(Game game, String learner, double published, Results.Estimate ours) {
        return String.format(Locale.ROOT, "%-14s %-20s published %4.1f, ours %5.2f (95%% interval %.2f … %.2f, %d seeds): %s", game.name(), learner, published, ours.mean(), ours.low(),
                ours.high(), ours.seeds(), verdict(published, ours));
    }

    /** Reached: not lower by more than the figure can be read to. */
    private static String verdict(double published, Results.Estimate ours) {
        if (ours.seeds() == 0 || ours.mean() >= published - READING) {
            return ours.seeds() == 0 ? "not done" : "reached";
        }
        return ours.high() >= published ? "LOST, though the interval reaches it" : "LOST";
    }
}
