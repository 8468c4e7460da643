package org.thaw.environments.grids.internal;

import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.Simulator;

/**
 * The maze of figure 8.4: a wall between start and goal leaves a gap at its right end, 10 moves in all. After a number of steps this gap is closed
 * and one at the left end opened, 16 moves. The goal earns 1, all else nothing; see {@link MazeWorld} for what can be seen and done there.
 */
@Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "blocking-maze", summary = "A maze whose short way of 10 moves is blocked after 1000 steps; a longer one of 16 opens",
        source = "Sutton, Barto: Reinforcement learning: an introduction. 2nd edition, 2018, example 8.2, figure 8.4")
public final class BlockingMaze implements EnvironmentFactory<BlockingMaze.Config, Simulator> {
    static final List<String> BEFORE = List.of(
            "........G",
            ".........",
            ".........",
            "########.",
            ".........",
            "...S.....");
    static final List<String> AFTER = List.of(
            "........G",
            ".........",
            ".........",
            ".########",
            ".........",
            "...S.....");

    /** When the maze changes, and how fine its grid is. */
    public record Config(
            @Parameter(value = "steps, over all episodes, after which the maze changes", byDefault = "1000", range = "[0,*)",
                    source = "example 8.2, figure 8.4") int changeAfter,
            @Parameter(value = "into how many cells each is split, in either direction; start and goal stay in the upper left ones of theirs", byDefault = "1",
                    range = "[1,100]") int resolution,
            @Parameter(value = "moves after which an episode is cut off; the book knows no limit", byDefault = "10000", range = "[1,*)") int maxSteps) {
        public Config {
            Require.that(changeAfter >= 0, "changeAfter", changeAfter, "a whole number from 0");
            Require.that(resolution >= 1 && resolution <= 100, "resolution", resolution, "a whole number from 1 to 100");
            Require.that(maxSteps >= 1, "maxSteps", maxSteps, "a whole number from 1");
        }
    }

    @Override
    public Simulator create(Config configuration, Context context) {
        return new MazeWorld(MazeRules.changing(BEFORE, AFTER, configuration.changeAfter(), configuration.resolution(), configuration.maxSteps()),
                context.random("slips"));
    }
}
