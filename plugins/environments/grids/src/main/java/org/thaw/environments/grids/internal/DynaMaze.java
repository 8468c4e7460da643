package org.thaw.environments.grids.internal;

import java.util.List;
import org.thaw.api.Context;
import org.thaw.api.Parameter;
import org.thaw.api.Plugin;
import org.thaw.api.environment.EnvironmentFactory;
import org.thaw.api.environment.Simulator;

/**
 * The maze of figure 8.2: 6 rows, 9 columns, 7 walls; 14 moves lead from start to goal at best. The goal earns 1, all else nothing; see
 * {@link MazeWorld} for what can be seen and done there. The book knows no limit of an episode's length.
 */
@Plugin(kind = Plugin.Kind.ENVIRONMENT, id = "dyna-maze", summary = "The maze on which Dyna-Q was shown: 6x9 cells, 14 moves at best, 1 for reaching the goal",
        source = "Sutton, Barto: Reinforcement learning: an introduction. 2nd edition, 2018, example 8.1, figure 8.2")
public final class DynaMaze implements EnvironmentFactory<DynaMaze.Config, Simulator> {
    private static final List<String> MAP = List.of(
            ".......#G",
            "..#....#.",
            "S.#....#.",
            "..#......",
            ".....#...",
            ".........");

    /** Start and goal may lie elsewhere, the grid may be finer. */
    public record Config(
            @Parameter(value = "[row, column] of the start in the maze of 6 by 9 cells", byDefault = "[2,0]", source = "figure 8.2") List<Integer> start,
            @Parameter(value = "[row, column] of the goal in the maze of 6 by 9 cells", byDefault = "[0,8]", source = "figure 8.2") List<Integer> goal,
            @Parameter(value = "into how many cells each is split, in either direction; start and goal stay in the upper left ones of theirs", byDefault = "1",
                    range = "[1,100]") int resolution,
            @Parameter(value = "moves after which an episode is cut off", byDefault = "10000", range = "[1,*)") int maxSteps) {
        public Config {
            start = List.copyOf(start);
            goal = List.copyOf(goal);
            maze(start, goal);
            Require.that(resolution >= 1 && resolution <= 100, "resolution", resolution, "a whole number from 1 to 100");
            Require.that(maxSteps >= 1, "maxSteps", maxSteps, "a whole number from 1");
        }

        private static Maze maze(List<Integer> start, List<Integer> goal) {
            Maze published = Maze.parse(MAP);
            return published.between(Place.number("start", start, published.grid()), Place.number("goal", goal, published.grid()));
        }

        MazeRules rules() {
            return MazeRules.plain(maze(start, goal).refined(resolution), maxSteps);
        }
    }

    @Override
    public Simulator create(Config configuration, Context context) {
        return new MazeWorld(configuration.rules(), context.random("slips"));
    }
}
