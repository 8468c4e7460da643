package org.thaw.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ready experiment of the deep Q-network in CartPole-v1, against what counts as solved there: a mean return of 475 over 100 episodes in a row (Gymnasium's threshold). */
@Tag("science")
class CartPoleScienceTest {
    private static final long PATIENCE_MINUTES = 240;
    private static final int SEEDS = 10;
    private static final int LEAST_SOLVED = 8;
    private static final double SOLVED = 475;
    private static final int EPISODES = 100;
    /** An episode that the learner lived, not one of an evaluation. */
    private static final Pattern EPISODE = Pattern.compile("\\{\"event\":\"EpisodeEnded\",\"role\":\"learner\",.*\"total\":([^,}]+)[,}].*");

    @TempDir
    Path folder;

    @Test
    void eightOfTenSeedsEndWithAHundredEpisodesThatCountAsSolved() throws IOException {
        Science science = Science.run(folder, PATIENCE_MINUTES, "cart-pole-dqn.json");
        assertEquals(0, science.result().code(), science.result().toString());
        double[] means = new double[SEEDS];
        for (int seed = 0; seed < SEEDS; seed++) {
            means[seed] = meanOfLastEpisodes(science.folder().resolve("dqn-cart-pole-" + seed));
        }
        List<String> lines = IntStream.range(0, SEEDS).mapToObj(seed -> "seed " + seed + ": last " + EPISODES + " episodes " + means[seed]).toList();
        System.out.println(String.join("\n", lines));
        long solved = IntStream.range(0, SEEDS).filter(seed -> means[seed] >= SOLVED).count();
        assertTrue(solved >= LEAST_SOLVED, solved + " of " + SEEDS + " seeds are at " + SOLVED + " or above:\n" + String.join("\n", lines));
    }

    private static double meanOfLastEpisodes(Path run) throws IOException {
        try (Stream<String> lines = Files.lines(run.resolve("metrics.jsonl"))) {
            double[] returns = lines.map(EPISODE::matcher).filter(Matcher::matches).mapToDouble(episode -> Double.parseDouble(episode.group(1))).toArray();
            assertTrue(returns.length >= EPISODES, run + ": " + returns.length + " episodes, expected at least " + EPISODES);
            return IntStream.range(returns.length - EPISODES, returns.length).mapToDouble(i -> returns[i]).average().orElseThrow();
        }
    }
}
