package org.thaw.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ready experiment on two games in a row, at its small scale: a deep Q-network that goes on learning, beside a copy that was frozen when the game changed. */
@Tag("science")
class BreakoutThenInvadersTest {
    private static final long PATIENCE_MINUTES = 60;
    private static final String LIVE = "dqn";
    private static final String FROZEN = "dqn/frozen@switch";

    @TempDir
    Path folder;

    @Test
    void whoGoesOnLearningDoesBetterInTheSecondGameThanItsFrozenTwin() {
        Science science = Science.run(folder, PATIENCE_MINUTES, "breakout-then-invaders.json");
        assertEquals(0, science.result().code(), science.result().toString());
        Results results = science.results();
        Results.Estimate gain = results.estimate("", FROZEN, "continual-gain");
        Results.Estimate live = results.estimate("", LIVE, "return-curve/evaluation");
        Results.Estimate frozen = results.estimate("", FROZEN, "return-curve/evaluation");
        String found = String.format(Locale.ROOT, "continual gain %.2f (95%% interval %.2f … %.2f, %d seeds); in the end %.2f live, %.2f frozen", gain.mean(), gain.low(), gain.high(),
                gain.seeds(), live.mean(), frozen.mean());
        System.out.println(found);
        assertTrue(gain.seeds() >= 3 && gain.low() < gain.high(), "there is an interval: " + found);
        assertTrue(gain.mean() > 0, found);
        assertTrue(live.mean() > frozen.mean(), found);
    }
}
